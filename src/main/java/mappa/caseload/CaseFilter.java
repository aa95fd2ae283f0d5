package mappa.caseload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which cases of a list are wanted; null is any.
///
/// @param without only those that no category keeps in MAPPA now
/// @param child only those under 18
/// @param after the case with which the page before ended; null for the first page
public record CaseFilter(
        @Nullable Category category,
        @Nullable Level level,
        @Nullable Location location,
        @Nullable UUID leadAgency,
        boolean without,
        boolean child,
        @Nullable UUID after) {}
