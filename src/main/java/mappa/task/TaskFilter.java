package mappa.task;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of a view is shown; null does not restrict.
///
/// @param dueFrom first due day, inclusive
/// @param dueUntil last due day, inclusive; work without a day is then left out
/// @param holder who has it
public record TaskFilter(
        @Nullable String kind,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueUntil,
        @Nullable UUID agency,
        @Nullable UUID holder) {

    public static final TaskFilter NONE = new TaskFilter(null, null, null, null, null);
}
