package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import mappa.time.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The oracle of the story's dates is right itself.
class BankHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-28, 20, 2026-05-28", // DECISIONS 4
        "2026-03-31, 5, 2026-04-09", // DECISIONS 3
        "2027-12-24, 1, 2027-12-29", // both days of Christmas on a weekend
        "2026-12-31, 1, 2027-01-04"
    })
    void findsTheWorkedDates(LocalDate from, int days, LocalDate due) {
        assertThat(BankHolidays.workingDaysAfter(from, days)).isEqualTo(due);
    }

    @Test
    void agreesWithTheProductOnEveryYearToCome() {
        IntStream.rangeClosed(2024, 2060)
                .forEach(
                        year ->
                                assertThat(BankHolidays.in(year))
                                        .as("%d", year)
                                        .isEqualTo(WorkingDays.bankHolidays(year)));
    }
}
