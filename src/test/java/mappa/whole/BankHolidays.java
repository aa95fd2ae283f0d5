package mappa.whole;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/// The bank holidays of England and Wales by the Banking and Financial Dealings Act 1971 and by
/// custom, worked out here and by nothing that the product uses.
///
/// Days proclaimed for one year only are not in it.
final class BankHolidays {

    private BankHolidays() {}

    /// The `days`-th working day after a day.
    static LocalDate workingDaysAfter(LocalDate from, int days) {
        var day = from;
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            if (!isWeekend(day) && !in(day.getYear()).contains(day)) {
                left--;
            }
        }
        return day;
    }

    static Set<LocalDate> in(int year) {
        var days = new HashSet<LocalDate>();
        var easter = easter(year);
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, Month.MAY, 1).with(firstMonday()));
        days.add(LocalDate.of(year, Month.MAY, 31).with(mondayOrBefore()));
        days.add(LocalDate.of(year, Month.AUGUST, 31).with(mondayOrBefore()));
        // a weekend's holiday moves to the next weekday that is none itself
        for (var fixed :
                Set.of(
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 25),
                        LocalDate.of(year, 12, 26))) {
            if (!isWeekend(fixed)) {
                days.add(fixed);
            }
        }
        for (var fixed :
                new LocalDate[] {
                    LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26)
                }) {
            var day = fixed;
            while (isWeekend(fixed) && (isWeekend(day) || days.contains(day))) {
                day = day.plusDays(1);
            }
            days.add(day);
        }
        days.removeIf(BankHolidays::isWeekend);
        return days;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static java.time.temporal.TemporalAdjuster firstMonday() {
        return TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY);
    }

    private static java.time.temporal.TemporalAdjuster mondayOrBefore() {
        return TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
    }

    /// The Gregorian computus as Meeus gives it.
    private static LocalDate easter(int year) {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        var f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
