package mappa.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// A meeting as it stands in a calendar: the reference of its case, and nothing about the person.
///
/// @param number in the cycle, from 1
/// @param place null if not known yet
/// @param district part of the area for which the session is held; null for the whole of it
/// @param limitOn the day by which it must be held; null where none is set
/// @param startedAt null until it has begun
/// @param changes how often its date was changed
/// @param changedAt when its date or state last changed
/// @param asked agencies asked, as far as the reader may see them
/// @param answered how many of them have said whether they come; "cannot say yet" is no answer
public record CalendarEntry(
        UUID id,
        UUID caseId,
        UUID personId,
        String reference,
        int number,
        int level,
        MeetingType type,
        MeetingState state,
        Instant startsAt,
        int minutesLong,
        MeetingMode mode,
        @Nullable String place,
        @Nullable String district,
        UUID chair,
        @Nullable LocalDate limitOn,
        @Nullable Instant startedAt,
        int changes,
        Instant changedAt,
        long asked,
        long answered) {

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutesLong));
    }

    public LocalDate day() {
        return London.dayOf(startsAt);
    }

    /// The day that counts for the limit: the one on which it was held, or is to be.
    public LocalDate heldOn() {
        return startedAt == null ? day() : London.dayOf(startedAt);
    }
}
