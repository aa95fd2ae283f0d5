package mappa.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a meeting has decided that goes beyond its record.
///
/// @param level from now on: 2 or 3, or 1 where the case leaves
/// @param chairsDate by when the chair wants the next meeting; null where the limit alone counts
record Closing(
        int level,
        String rationale,
        @Nullable LocalDate chairsDate,
        @Nullable String chairsReason) {}
