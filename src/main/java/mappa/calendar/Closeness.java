package mappa.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import mappa.meeting.CalendarEntry;
import mappa.meeting.MeetingState;
import mappa.web.Badge;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// How close a meeting is to the last day on which it is in time (R-MTG-02 to R-MTG-05), in words
/// and as a colour.
enum Closeness {
    PAST_LIMIT("red"),
    /// In the last seven days, the limit included.
    LAST_WEEK("orange"),
    INSIDE_LIMIT("green"),
    /// The limit does not run: custody or hospital, without a date of the chair's (R-MTG-04).
    NO_LIMIT("grey");

    private static final int WEEK = 7;

    private final String colour;

    Closeness(String colour) {
        this.colour = colour;
    }

    /// @param limitOn null where no limit runs
    static Closeness of(LocalDate day, @Nullable LocalDate limitOn) {
        if (limitOn == null) {
            return NO_LIMIT;
        }
        var inHand = inHand(day, limitOn);
        return inHand < 0 ? PAST_LIMIT : inHand < WEEK ? LAST_WEEK : INSIDE_LIMIT;
    }

    private static long inHand(LocalDate day, LocalDate limitOn) {
        return ChronoUnit.DAYS.between(day, limitOn);
    }

    /// What stands on a meeting: of one that was held only that it was late, of one that is not
    /// held nothing.
    static @Nullable Badge badge(CalendarEntry entry) {
        var day = entry.heldOn();
        var closeness = of(day, entry.limitOn());
        if (entry.state().isAhead()) {
            return new Badge(closeness.words(day, entry.limitOn()), closeness.colour);
        }
        return entry.state() == MeetingState.CLOSED && closeness == PAST_LIMIT
                ? new Badge(Said.of("calendar.held-late"), PAST_LIMIT.colour)
                : null;
    }

    private String words(LocalDate day, @Nullable LocalDate limitOn) {
        return limitOn == null
                ? Said.code("calendar.closeness", this, 0)
                : Said.code("calendar.closeness", this, Math.abs(inHand(day, limitOn)));
    }

    Badge sample() {
        return new Badge(Said.code("calendar.key-name", this), colour);
    }
}
