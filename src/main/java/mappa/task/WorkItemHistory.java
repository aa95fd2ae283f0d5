package mappa.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One piece of work and what happened to it, oldest first.
///
/// @param process id of the process that asks for it, with `element` its step; null without process
/// @param note what was written when it was done here
public record WorkItemHistory(
        WorkItemSummary item,
        @Nullable String process,
        String element,
        @Nullable String note,
        List<Line> lines) {

    /// @param actorName who did it; null for the system
    /// @param holderName who had it afterwards; null if nobody
    public record Line(
            Instant at,
            Change change,
            @Nullable UUID actor,
            @Nullable String actorName,
            @Nullable String holderName,
            @Nullable LocalDate dueOn,
            @Nullable String outcome) {}
}
