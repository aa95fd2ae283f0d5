package mappa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import mappa.schedule.LevelOneDue.Basis;
import mappa.schedule.LevelOneDue.Facts;
import mappa.schedule.LevelOneDue.Limits;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days worked by hand from R-L1-02, R-NOT-02 and R-MTG-04.
class LevelOneDueTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 5); // a Monday
    private static final Limits LIMITS = new Limits(112, 6, 28);

    private static LevelOneDue due(
            List<Stay> stays, @Nullable String release, @Nullable String held) {
        return LevelOneDue.of(
                new Facts(
                        SINCE,
                        stays,
                        release == null ? null : LocalDate.parse(release),
                        held == null ? null : LocalDate.parse(held)),
                LIMITS,
                WorkingDays.NATIONAL);
    }

    private static Stay custody(String from, @Nullable String to) {
        return new Stay(
                Stay.Kind.CUSTODY, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    @Test
    @Tag("L1-02")
    void theFirstReviewIsDueSixteenWeeksAfterTheLevelBegan() {
        var due = due(List.of(), null, null);
        assertThat(due.dueOn()).isEqualTo("2026-04-27"); // 5 January + 112 days
        assertThat(due.askOn()).isEqualTo("2026-03-30"); // 28 days before
        assertThat(due.basis()).isEqualTo(Basis.INTERVAL);
        assertThat(due.basis().rule().id()).isEqualTo("L1-02");
    }

    @ParameterizedTest
    @Tag("L1-02")
    @CsvSource({"2026-06-20, false", "2026-06-21, false", "2026-06-22, true"})
    void theNextIsDueSixteenWeeksAfterTheLastAndOverdueTheDayAfter(
            LocalDate today, boolean overdue) {
        var due = due(List.of(), null, "2026-03-01");
        assertThat(due.dueOn()).isEqualTo("2026-06-21"); // a Sunday: it is not put off
        assertThat(due.isOverdue(today)).isEqualTo(overdue);
    }

    @Test
    @Tag("MTG-04")
    void daysInCustodyDoNotCount() {
        var due = due(List.of(custody("2026-03-11", "2026-03-31")), null, "2026-03-01");
        assertThat(due.dueOn()).isEqualTo("2026-07-11"); // 20 days later
    }

    @Test
    @Tag("MTG-04")
    void whileHeldWithoutAKnownReleaseNothingSetsADay() {
        var due = due(List.of(custody("2026-03-11", null)), null, "2026-03-01");
        assertThat(due.dueOn()).isNull();
        assertThat(due.askOn()).isNull();
        assertThat(due.basis()).isEqualTo(Basis.HELD);
    }

    @Test
    @Tag("NOT-02")
    @Tag("L1-01")
    void whoeverIsHeldWhenLevelOneBeginsIsReviewedInTheSixMonthsBeforeRelease() {
        var due = due(List.of(custody("2025-01-10", null)), "2026-12-07", null);
        assertThat(due.dueOn()).isEqualTo("2026-12-04"); // Friday before Monday 7 December
        assertThat(due.askOn()).isEqualTo("2026-06-07"); // the window opens
        assertThat(due.basis()).isEqualTo(Basis.BEFORE_RELEASE);
    }

    @Test
    @Tag("NOT-02")
    void aWindowThatIsOpenAlreadyAsksFromTheFirstDay() {
        var due = due(List.of(custody("2025-01-10", null)), "2026-04-01", null);
        assertThat(due.dueOn()).isEqualTo("2026-03-31");
        assertThat(due.askOn()).isEqualTo(SINCE);
    }

    @ParameterizedTest
    @Tag("NOT-02")
    @CsvSource({
        "2026-06-06, BEFORE_RELEASE", // the day before the window opens does not count
        "2026-06-07, INTERVAL",
        "2026-06-08, INTERVAL"
    })
    void aReviewWithinTheWindowIsTheOneBeforeRelease(String held, Basis basis) {
        var due = due(List.of(custody("2025-01-10", null)), "2026-12-07", held);
        assertThat(due.basis()).isEqualTo(basis);
        if (basis == Basis.INTERVAL) { // 7 December is the first day that counts
            assertThat(due.dueOn()).isEqualTo("2027-03-28");
        }
    }

    @Test
    @Tag("NOT-02")
    void aReviewBeforeReleaseThatWasMissedStaysOverdueAfterIt() {
        var due = due(List.of(custody("2025-01-10", "2026-02-16")), null, null);
        assertThat(due.dueOn()).isEqualTo("2026-02-13");
        assertThat(due.isOverdue(LocalDate.of(2026, 3, 1))).isTrue();
    }

    @ParameterizedTest
    @Tag("NOT-02")
    @CsvSource({
        "2026-09-01, 2027-02-28, INTERVAL", // a day short of six months
        "2026-09-01, 2027-03-01, BEFORE_RELEASE"
    })
    void aShortStayAsksForNoneOfItsOwn(String from, String release, Basis basis) {
        var due = due(List.of(custody(from, null)), release, "2026-08-31");
        assertThat(due.basis()).isEqualTo(basis);
    }

    @Test
    @Tag("NOT-02")
    void fromPrisonToHospitalIsOneStay() {
        var due =
                due(
                        List.of(
                                custody("2025-01-10", "2026-11-02"),
                                new Stay(Stay.Kind.HOSPITAL, LocalDate.of(2026, 11, 2), null)),
                        "2026-12-07",
                        null);
        assertThat(due.dueOn()).isEqualTo("2026-12-04");
    }

    @Test
    @Tag("NOT-07")
    void aChangedReleaseMovesTheDay() {
        var stays = List.of(custody("2025-01-10", null));
        assertThat(due(stays, "2026-12-07", null).dueOn()).isEqualTo("2026-12-04");
        assertThat(due(stays, "2026-10-05", null).dueOn()).isEqualTo("2026-10-02");
    }
}
