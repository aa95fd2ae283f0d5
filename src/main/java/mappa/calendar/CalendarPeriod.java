package mappa.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import mappa.time.London;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The days that one page of the calendar shows.
///
/// @param from first day shown; a Monday in weeks and months
/// @param until the day after the last; null for a list, which ends with its page
record CalendarPeriod(View view, LocalDate anchor, LocalDate from, @Nullable LocalDate until) {

    enum View {
        MONTH,
        WEEK,
        LIST,
        /// What is due, by case.
        DUE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @return the month for what is no view
        static View of(@Nullable String code) {
            for (var view : values()) {
                if (view.code().equals(code)) {
                    return view;
                }
            }
            return MONTH;
        }
    }

    /// @param day any day of the month or week, as ISO 8601; today where it is none
    static CalendarPeriod of(View view, @Nullable String day, LocalDate today) {
        return of(view, parse(day, today));
    }

    private static CalendarPeriod of(View view, LocalDate day) {
        return switch (view) {
            case MONTH -> {
                var first = day.withDayOfMonth(1);
                var last = day.with(TemporalAdjusters.lastDayOfMonth());
                yield new CalendarPeriod(view, day, monday(first), monday(last).plusWeeks(1));
            }
            case WEEK -> {
                var monday = monday(day);
                yield new CalendarPeriod(view, day, monday, monday.plusWeeks(1));
            }
            case LIST, DUE -> new CalendarPeriod(view, day, day, null);
        };
    }

    private static LocalDate parse(@Nullable String day, LocalDate today) {
        try {
            var parsed = day == null ? today : LocalDate.parse(day);
            // bank holidays are known for the years of the calendar's library
            return parsed.getYear() < 2000 || parsed.getYear() > 2099 ? today : parsed;
        } catch (DateTimeException notADay) {
            return today;
        }
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Instant begins() {
        return from.atStartOfDay(London.ZONE).toInstant();
    }

    /// @throws IllegalStateException for a list
    Instant ends() {
        if (until == null) {
            throw new IllegalStateException("a list ends with its page");
        }
        return until.atStartOfDay(London.ZONE).toInstant();
    }

    CalendarPeriod previous() {
        return of(view, view == View.MONTH ? anchor.minusMonths(1) : anchor.minusWeeks(1));
    }

    CalendarPeriod next() {
        return of(view, view == View.MONTH ? anchor.plusMonths(1) : anchor.plusWeeks(1));
    }

    /// "May 2026", "4 May to 10 May 2026", "From 12 May 2026".
    String title() {
        return switch (view) {
            case MONTH -> Said.month(anchor);
            case WEEK -> Said.of("calendar.week-of", Said.day(from), Said.day(from.plusDays(6)));
            case LIST -> Said.of("calendar.list-from", Said.day(from));
            case DUE -> Said.of("calendar.board");
        };
    }

    List<LocalDate> days() {
        return until == null ? List.of() : from.datesUntil(until).toList();
    }
}
