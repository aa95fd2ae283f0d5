package mappa.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Says again, from the rules and one day at a time, when a meeting is due. It uses nothing of the
/// product, not even its calendar, so that a mistake has to be made twice to be missed.
public final class DueOracle {

    /// More days than any stay of a test lasts: whoever is held that long has no known release.
    private static final int FAR = 2_500;

    private static final ConcurrentHashMap<Integer, Set<LocalDate>> HOLIDAYS =
            new ConcurrentHashMap<>();

    /// Held at the end of each day from `from` until the day before `to`; null: until the release.
    public record Held(boolean hospital, LocalDate from, @Nullable LocalDate to) {}

    /// Everything that is known.
    ///
    /// @param reviewDays, heldDays, workingDays, sentenceDays, windowMonths the area's numbers
    public record Known(
            LocalDate begun,
            @Nullable LocalDate sentenced,
            List<Held> held,
            @Nullable LocalDate release,
            @Nullable LocalDate meeting,
            @Nullable LocalDate chair,
            int reviewDays,
            int heldDays,
            int workingDays,
            int sentenceDays,
            int windowMonths) {}

    private DueOracle() {}

    /// @return null if nothing sets a day
    public static @Nullable LocalDate due(Known known) {
        var day = known.meeting() == null ? first(known) : review(known, known.meeting());
        var chair = known.chair();
        if (chair == null || (known.meeting() != null && !chair.isAfter(known.meeting()))) {
            return day;
        }
        return day == null || chair.isBefore(day) ? chair : day;
    }

    private static @Nullable LocalDate review(Known known, LocalDate meeting) {
        LocalDate limit = null;
        int inCommunity = 0;
        var day = meeting;
        for (int i = 0; i < FAR; i++) {
            day = day.plusDays(1);
            if (!isHeld(known, day)) {
                inCommunity++;
            }
            if (inCommunity > known.reviewDays()) {
                limit = day.minusDays(1);
                break;
            }
        }
        if (known.heldDays() > 0) {
            var interval = meeting.plusDays(known.heldDays());
            if (isHeld(known, interval) && (limit == null || interval.isBefore(limit))) {
                return interval;
            }
        }
        return limit;
    }

    private static LocalDate first(Known known) {
        var begun = known.begun();
        var due = workingDaysAfter(begun, known.workingDays());
        if (!isHeld(known, begun)) {
            if (known.sentenced() != null) {
                var limit = known.sentenced().plusDays(known.sentenceDays());
                if (limit.isAfter(begun) && limit.isBefore(due)) {
                    due = limit;
                }
            }
        } else {
            var release = begun;
            for (int i = 0; i < FAR && isHeld(known, release); i++) {
                release = release.plusDays(1);
            }
            if (!isHeld(known, release)) {
                var opens = release.minusMonths(known.windowMonths());
                var afterOpening = workingDaysAfter(opens, known.workingDays());
                due = afterOpening.isAfter(due) ? afterOpening : due;
                var last = release.minusDays(1);
                while (!isWorkingDay(last)) {
                    last = last.minusDays(1);
                }
                due = due.isAfter(last) ? last : due;
            }
        }
        return due.isBefore(begun) ? workingDaysAfter(begun, 1) : due;
    }

    static int inCommunity(Known known, LocalDate from, LocalDate to) {
        int days = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += isHeld(known, day) ? 0 : 1;
        }
        return days;
    }

    /// Days held whose last beginning was in hospital.
    static int inHospital(Known known, LocalDate from, LocalDate to) {
        int days = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            Held last = null;
            for (var held : known.held()) {
                if (isHeldBy(known, held, day)
                        && (last == null
                                || held.from().isAfter(last.from())
                                || (held.from().equals(last.from()) && held.hospital()))) {
                    last = held;
                }
            }
            days += last != null && last.hospital() ? 1 : 0;
        }
        return days;
    }

    static boolean isHeld(Known known, LocalDate day) {
        for (var held : known.held()) {
            if (isHeldBy(known, held, day)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHeldBy(Known known, Held held, LocalDate day) {
        var end = end(known, held);
        return !day.isBefore(held.from()) && (end == null || day.isBefore(end));
    }

    private static @Nullable LocalDate end(Known known, Held held) {
        if (held.to() != null) {
            return held.to();
        }
        var release = known.release();
        return release != null && release.isAfter(held.from()) ? release : null;
    }

    private static LocalDate workingDaysAfter(LocalDate from, int days) {
        var day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    public static boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day)
                && !HOLIDAYS.computeIfAbsent(day.getYear(), DueOracle::holidays).contains(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// Bank holidays of England and Wales as gov.uk lists them, with the proclaimed ones.
    static Set<LocalDate> holidays(int year) {
        var days = new HashSet<LocalDate>();
        substituted(days, LocalDate.of(year, 1, 1));
        substituted(days, LocalDate.of(year, 12, 25));
        substituted(days, LocalDate.of(year, 12, 26));
        var easter = easter(year);
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(year == 2020 ? LocalDate.of(2020, 5, 8) : monday(LocalDate.of(year, 5, 1)));
        var spring = lastMonday(LocalDate.of(year, 5, 31));
        days.add(
                switch (year) {
                    case 2012 -> LocalDate.of(2012, 6, 4);
                    case 2022 -> LocalDate.of(2022, 6, 2);
                    default -> spring;
                });
        days.add(lastMonday(LocalDate.of(year, Month.AUGUST, 31)));
        var once = new TreeMap<Integer, List<LocalDate>>();
        once.put(2011, List.of(LocalDate.of(2011, 4, 29)));
        once.put(2012, List.of(LocalDate.of(2012, 6, 5)));
        once.put(2022, List.of(LocalDate.of(2022, 6, 3), LocalDate.of(2022, 9, 19)));
        once.put(2023, List.of(LocalDate.of(2023, 5, 8)));
        days.addAll(once.getOrDefault(year, new ArrayList<>()));
        return days;
    }

    // on a weekend: the next weekday that is no holiday yet
    private static void substituted(Set<LocalDate> days, LocalDate day) {
        var kept = day;
        while (isWeekend(kept) || days.contains(kept)) {
            kept = kept.plusDays(1);
        }
        days.add(kept);
    }

    private static LocalDate monday(LocalDate from) {
        var day = from;
        while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate lastMonday(LocalDate until) {
        var day = until;
        while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            day = day.minusDays(1);
        }
        return day;
    }

    // Meeus, Astronomical Algorithms, Gregorian Easter
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
