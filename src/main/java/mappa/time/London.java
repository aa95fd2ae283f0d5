package mappa.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// Where a day begins and ends: the zone of England and Wales, with its two clock changes a year.
public final class London {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime END = LocalTime.of(17, 0);

    private London() {}

    /// The day in London at that moment.
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /// 9am, when reminders of a day go out.
    public static Instant morningOf(LocalDate day) {
        return at(day, MORNING);
    }

    public static Instant noonOf(LocalDate day) {
        return at(day, LocalTime.NOON);
    }

    /// 5pm, the end of a due day.
    public static Instant endOf(LocalDate day) {
        return at(day, END);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }
}
