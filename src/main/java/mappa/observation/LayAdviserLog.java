package mappa.observation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// The observations of a lay adviser, and how many of the last quarters had one (R-SMB-10).
///
/// @param quarters this one first
public record LayAdviserLog(
        UUID id, String name, List<Quarter> quarters, List<ObservationView> observations) {

    private static final int QUARTERS = 4;
    private static final int MONTHS = 3;

    /// Three months of the calendar.
    ///
    /// @param observed meetings at Level 2 or 3 that were watched, and told of
    /// @param over whether it has passed
    public record Quarter(LocalDate from, LocalDate to, int observed, boolean over) {

        /// At least one meeting a quarter.
        public boolean met() {
            return observed > 0;
        }
    }

    /// The quarter of a day and those before it.
    ///
    /// @param observed days of the meetings that count
    static List<Quarter> quarters(Collection<LocalDate> observed, LocalDate today) {
        var first = today.getMonthValue() - (today.getMonthValue() - 1) % MONTHS;
        var current = today.withMonth(first).withDayOfMonth(1);
        return IntStream.range(0, QUARTERS)
                .mapToObj(back -> current.minusMonths((long) MONTHS * back))
                .map(
                        from -> {
                            var next = from.plusMonths(MONTHS);
                            var count =
                                    observed.stream()
                                            .filter(day -> !day.isBefore(from))
                                            .filter(day -> day.isBefore(next))
                                            .count();
                            return new Quarter(
                                    from, next.minusDays(1), (int) count, !today.isBefore(next));
                        })
                .toList();
    }
}
