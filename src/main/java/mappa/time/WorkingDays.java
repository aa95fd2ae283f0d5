package mappa.time;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The working days of England and Wales: Monday to Friday without the bank holidays, as an area
/// has overridden them. Immutable.
public final class WorkingDays {

    /// A day that an area adds to the working days or takes from them.
    ///
    /// @param working true: a working day although the calendar says otherwise
    /// @param reason why, in the words of whoever set it
    public record Override(LocalDate day, boolean working, String reason) {}

    /// The national calendar, without overrides.
    public static final WorkingDays NATIONAL = new WorkingDays(Set.of());

    // England and Wales always share their bank holidays
    private static final String ENGLAND = "eng";
    private static final Map<Integer, Set<LocalDate>> BANK_HOLIDAYS = new ConcurrentHashMap<>();

    private final Map<LocalDate, Boolean> workingByDay = new HashMap<>();

    /// @param overrides at most one a day; of several the last counts
    public WorkingDays(Collection<Override> overrides) {
        for (var override : overrides) {
            workingByDay.put(override.day(), override.working());
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        var overridden = workingByDay.get(day);
        if (overridden != null) {
            return overridden;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !bankHolidays(day.getYear()).contains(day);
    }

    /// The `days`-th working day after `from`; `from` itself is never counted.
    ///
    /// @param days 0 gives `from` if it is a working day, otherwise the next one
    public LocalDate add(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days: 0 or more expected, found " + days);
        }
        if (days == 0) {
            return isWorkingDay(from) ? from : next(from);
        }
        var day = from;
        for (int i = 0; i < days; i++) {
            day = next(day);
        }
        return day;
    }

    /// The first working day after `day`.
    public LocalDate next(LocalDate day) {
        var next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /// The last working day before `day`.
    public LocalDate previous(LocalDate day) {
        var previous = day.minusDays(1);
        while (!isWorkingDay(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    /// How many working days lie after `from`, up to and including `to`; 0 if `to` is not later.
    public int between(LocalDate from, LocalDate to) {
        return (int)
                from.plusDays(1)
                        .datesUntil(later(from.plusDays(1), to.plusDays(1)))
                        .filter(this::isWorkingDay)
                        .count();
    }

    /// Bank holidays of England and Wales in a year, before any override; substitute days instead
    /// of those that fall on a weekend.
    public static Set<LocalDate> bankHolidays(int year) {
        return BANK_HOLIDAYS.computeIfAbsent(year, WorkingDays::read);
    }

    private static Set<LocalDate> read(int year) {
        var calendar = ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM);
        return HolidayManager.getInstance(calendar).getHolidays(Year.of(year), ENGLAND).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
