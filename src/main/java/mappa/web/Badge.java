package mappa.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A word on a colour; the word says everything, the colour only repeats it.
///
/// @param text as shown
/// @param colour of a GOV.UK tag: `red`, `orange`, `yellow`, `green`, `turquoise`, `light-blue`,
///   `blue`, `purple`, `grey`
public record Badge(String text, String colour) {

    private static final int NEAR_DAYS = 7;

    /// Badge of a due day; null if it is further away than a week, where the plain date is shown.
    public static @Nullable Badge due(LocalDate due, LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return new Badge(Said.of("web.due.overdue", -days), "red");
        }
        if (days == 0) {
            return new Badge(Said.of("web.due.today"), "orange");
        }
        return days <= NEAR_DAYS
                ? new Badge(Said.of("web.due.in-days", days, Said.weekday(due)), "yellow")
                : null;
    }
}
