package mappa.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One piece of work as it stands in a list.
///
/// @param kind its words are `task.kind.<kind>`; a kind without words comes from an extended model
/// @param path page where it is done; `/tasks/{id}` for a kind that no page knows
/// @param knownPage whether that page belongs to its kind
/// @param holderName display name of who has it; null if nobody
/// @param closedByName display name of who completed it; null while open, and for the system
public record WorkItemSummary(
        UUID id,
        int version,
        String kind,
        UUID thing,
        int round,
        @Nullable String seat,
        String area,
        @Nullable UUID caseId,
        @Nullable String reference,
        String path,
        boolean knownPage,
        List<String> audience,
        @Nullable UUID agency,
        @Nullable UUID holder,
        @Nullable String holderName,
        @Nullable LocalDate dueOn,
        @Nullable String dueBasis,
        Instant openedAt,
        WorkItemState state,
        @Nullable String outcome,
        @Nullable String closedByName,
        @Nullable Instant closedAt) {

    static WorkItemSummary of(
            WorkItem item, @Nullable String holderName, @Nullable String closedByName) {
        var path = item.path();
        return new WorkItemSummary(
                item.id(),
                item.version(),
                item.kind(),
                item.thingId(),
                item.round(),
                item.seat(),
                item.area(),
                item.caseId(),
                item.reference(),
                path == null ? "/tasks/" + item.id() : path,
                path != null,
                item.audience(),
                item.agency(),
                item.holder(),
                holderName,
                item.dueOn(),
                item.dueBasis(),
                item.openedAt(),
                item.state(),
                item.outcome(),
                closedByName,
                item.closedAt());
    }
}
