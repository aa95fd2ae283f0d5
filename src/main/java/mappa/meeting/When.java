package mappa.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When, how and by whom a meeting is held.
///
/// @param startsAt on a full minute
/// @param minutesLong 15 to 480
/// @param place room, or address of the video meeting; null if not known yet
/// @param district part of the area for which the session is held; null for the whole of it
/// @param minuteTaker null if not known yet
/// @param returnsDueOn last day for the agencies' returns, not after the meeting
record When(
        Instant startsAt,
        int minutesLong,
        MeetingMode mode,
        @Nullable String place,
        @Nullable String district,
        UUID chair,
        @Nullable UUID minuteTaker,
        LocalDate returnsDueOn) {}
