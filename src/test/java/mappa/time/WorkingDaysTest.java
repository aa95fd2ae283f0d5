package mappa.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import mappa.time.WorkingDays.Override;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final WorkingDays CALENDAR = WorkingDays.NATIONAL;

    @ParameterizedTest
    @CsvSource({
        "2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        "2028, 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"
    })
    void knowsTheBankHolidaysOfEnglandAndWales(int year, String days) {
        var expected = Arrays.stream(days.split(" ")).map(day -> LocalDate.parse(year + "-" + day));

        assertThat(WorkingDays.bankHolidays(year))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    @ParameterizedTest
    @Tag("REF-11")
    @CsvSource({
        "2026-03-31, 5, 2026-04-09", // Good Friday and Easter Monday between
        "2026-04-02, 1, 2026-04-07", // Maundy Thursday, urgent
        "2026-03-27, 1, 2026-03-30", // the clocks go forward on Sunday 29 March
        "2026-10-23, 1, 2026-10-26", // and back on Sunday 25 October
        "2026-12-23, 4, 2026-12-31", // Boxing Day is a Saturday, Monday stands in
        "2026-12-31, 1, 2027-01-04",
        "2026-05-16, 1, 2026-05-18", // from a Saturday
        "2026-05-16, 0, 2026-05-18",
        "2026-05-18, 0, 2026-05-18"
    })
    void countsFromTheDayAfter(LocalDate from, int days, LocalDate expected) {
        assertThat(CALENDAR.add(from, days)).isEqualTo(expected);
        assertThat(CALENDAR.between(from, expected))
                .isEqualTo(expected.equals(from) ? 0 : Math.max(days, 1));
    }

    @Test
    void findsTheWorkingDaysAroundAHoliday() {
        assertThat(CALENDAR.next(LocalDate.of(2026, 4, 2))).isEqualTo("2026-04-07");
        assertThat(CALENDAR.previous(LocalDate.of(2026, 4, 7))).isEqualTo("2026-04-02");
    }

    @Test
    void countsNothingBackwards() {
        var day = LocalDate.of(2026, 5, 20);

        assertThat(CALENDAR.between(day, day)).isZero();
        assertThat(CALENDAR.between(day, day.minusDays(7))).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.add(day, -1));
    }

    @Test
    void followsTheAreasOverrides() {
        var calendar =
                new WorkingDays(
                        List.of(
                                new Override(LocalDate.of(2026, 5, 12), false, "Office moves"),
                                new Override(LocalDate.of(2026, 5, 16), true, "Makes up for it")));

        assertThat(calendar.add(LocalDate.of(2026, 5, 11), 1)).isEqualTo("2026-05-13");
        assertThat(calendar.add(LocalDate.of(2026, 5, 15), 1)).isEqualTo("2026-05-16");
        assertThat(CALENDAR.add(LocalDate.of(2026, 5, 11), 1)).isEqualTo("2026-05-12");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 2026-03-28T17:00:00Z",
        "2026-03-29, 2026-03-29T16:00:00Z",
        "2026-10-24, 2026-10-24T16:00:00Z",
        "2026-10-25, 2026-10-25T17:00:00Z"
    })
    void endsTheDayAtFiveInLondonOnBothSidesOfAClockChange(LocalDate day, Instant end) {
        assertThat(London.endOf(day)).isEqualTo(end);
        assertThat(London.noonOf(day)).isEqualTo(end.minusSeconds(5 * 3600));
        assertThat(London.morningOf(day)).isEqualTo(end.minusSeconds(8 * 3600));
    }

    @Test
    void startsTheDayAtMidnightInLondon() {
        assertThat(London.dayOf(Instant.parse("2026-06-30T22:59:59Z"))).isEqualTo("2026-06-30");
        assertThat(London.dayOf(Instant.parse("2026-06-30T23:00:00Z"))).isEqualTo("2026-07-01");
        assertThat(London.dayOf(Instant.parse("2026-12-31T23:00:00Z"))).isEqualTo("2026-12-31");
    }
}
