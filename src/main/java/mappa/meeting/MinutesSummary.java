package mappa.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Minutes in a list.
///
/// @param reference of the case
/// @param draft number of the draft, from 1
/// @param draftDueOn last day for the draft
/// @param dueOn last day to give them out
public record MinutesSummary(
        UUID id,
        UUID meetingId,
        String area,
        String reference,
        int level,
        LocalDate heldOn,
        MinutesState state,
        int draft,
        LocalDate draftDueOn,
        LocalDate dueOn,
        @Nullable Instant distributedAt) {

    static MinutesSummary of(Minutes of) {
        return new MinutesSummary(
                of.id(),
                of.meetingId(),
                of.area(),
                of.reference(),
                of.level(),
                of.heldOn(),
                of.state(),
                of.draft(),
                of.draftDueOn(),
                of.dueOn(),
                of.distributedAt().orElse(null));
    }

    /// What is due next: the draft, or giving them out.
    public LocalDate nextDueOn() {
        return state == MinutesState.DRAFT ? draftDueOn : dueOn;
    }
}
