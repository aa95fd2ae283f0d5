package mappa.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which meetings a calendar shows; null filters nothing.
///
/// @param level 2 or 3
/// @param agency one that is asked
public record CalendarFilter(
        @Nullable UUID chair,
        @Nullable Integer level,
        @Nullable UUID agency,
        @Nullable MeetingMode mode,
        @Nullable MeetingState state,
        @Nullable String district) {

    public static final CalendarFilter NONE =
            new CalendarFilter(null, null, null, null, null, null);
}
