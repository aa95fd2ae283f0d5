package mappa.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import mappa.observation.LayAdviserLog.Quarter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Quarters of observations, worked by hand.
@Tag("SMB-10")
class LayAdviserLogTest {

    @Test
    void countsByTheQuartersOfTheCalendar() {
        var observed =
                List.of(
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 9, 30),
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2025, 12, 31));
        assertThat(LayAdviserLog.quarters(observed, LocalDate.of(2026, 11, 22)))
                .containsExactly(
                        new Quarter(
                                LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), 1, false),
                        new Quarter(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30), 2, true),
                        new Quarter(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), 0, true),
                        new Quarter(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31), 1, true));
    }

    @Test
    void theFirstAndTheLastDayOfAQuarterBelongToIt() {
        var first = LayAdviserLog.quarters(List.of(), LocalDate.of(2028, 1, 1));
        var last = LayAdviserLog.quarters(List.of(), LocalDate.of(2028, 3, 31));
        assertThat(first).isEqualTo(last);
        assertThat(first.getFirst().from()).isEqualTo(LocalDate.of(2028, 1, 1));
        assertThat(first.getLast().from()).isEqualTo(LocalDate.of(2027, 4, 1));
    }
}
