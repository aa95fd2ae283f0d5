package mappa.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import mappa.web.Badge;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// Groups of the board, most urgent first; a day in two weeks is within two weeks.
enum DueBand {
    OVERDUE(-1, "red"),
    WITHIN_2_WEEKS(14, "orange"),
    WITHIN_4_WEEKS(28, "yellow"),
    WITHIN_8_WEEKS(56, "light-blue"),
    LATER(Long.MAX_VALUE, "grey"),
    /// No day is set while the person is held (R-MTG-04).
    NOT_COUNTING(Long.MIN_VALUE, "grey");

    private final long days;
    private final String colour;

    DueBand(long days, String colour) {
        this.days = days;
        this.colour = colour;
    }

    /// @param dueOn null where nothing sets a day
    static DueBand of(@Nullable LocalDate dueOn, LocalDate today) {
        if (dueOn == null) {
            return NOT_COUNTING;
        }
        var left = ChronoUnit.DAYS.between(today, dueOn);
        for (var band : values()) {
            if (left <= band.days) {
                return band;
            }
        }
        throw new IllegalStateException("no band for " + dueOn);
    }

    Badge badge(@Nullable LocalDate dueOn, LocalDate today) {
        var days = dueOn == null ? 0 : Math.abs(ChronoUnit.DAYS.between(today, dueOn));
        return new Badge(Said.code("calendar.band", this, days), colour);
    }
}
