package mappa.schedule;

import static mappa.schedule.FirstMeeting.Basis.ACCEPTANCE;
import static mappa.schedule.FirstMeeting.Basis.RELEASE;
import static mappa.schedule.FirstMeeting.Basis.RELEASE_NOT_RECORDED;
import static mappa.schedule.FirstMeeting.Basis.SENTENCE;
import static mappa.schedule.FirstMeeting.Basis.WINDOW;
import static mappa.schedule.ScheduleRule.MEETING_BEFORE_RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import mappa.schedule.FirstMeeting.Basis;
import mappa.schedule.FirstMeeting.Situation;
import mappa.schedule.FirstMeeting.Situation.Community;
import mappa.schedule.FirstMeeting.Situation.Detained;
import mappa.time.WorkingDays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstMeetingTest {

    private static final LocalDate ACCEPTED = LocalDate.of(2026, 4, 28);

    @ParameterizedTest
    @Tag("REF-12")
    @Tag("NOT-02")
    @Tag("NOT-03")
    @CsvSource({
        "community, 2026-04-20, 20, 2026-05-18, SENTENCE",
        "community, 2026-04-20, 10, 2026-05-13, ACCEPTANCE",
        "community, 2026-04-01, 20, 2026-04-29, SENTENCE",
        "community, 2025-11-03, 20, 2026-05-28, ACCEPTANCE",
        "detained,  2027-02-15, 20, 2026-09-14, WINDOW",
        "detained,  2026-05-18, 20, 2026-05-15, RELEASE"
    })
    void fallsOnTheWorkedDates(
            String where, LocalDate known, int workingDays, LocalDate due, Basis basis) {
        var situation =
                "community".equals(where) ? new Community(known) : (Situation) new Detained(known);

        assertThat(due(situation, workingDays)).isEqualTo(new FirstMeeting(due, basis, null));
    }

    @Test
    @Tag("NOT-03")
    void leavesTheSentenceAsideOnceItIsFourWeeksOld() {
        var lastDay = ACCEPTED.minusDays(27);

        assertThat(due(new Community(lastDay), 20).basis()).isEqualTo(SENTENCE);
        assertThat(due(new Community(lastDay.minusDays(1)), 20).basis()).isEqualTo(ACCEPTANCE);
        assertThat(due(new Community(null), 20).basis()).isEqualTo(ACCEPTANCE);
    }

    @Test
    @Tag("NOT-03")
    void takesTheAreasDaysWhenBothLimitsAreTheSameDay() {
        var limit = due(new Community(null), 20).dueOn();

        assertThat(due(new Community(limit.minusDays(28)), 20))
                .isEqualTo(new FirstMeeting(limit, ACCEPTANCE, null));
    }

    @Test
    @Tag("NOT-02")
    void asksForTheReleaseDateWhenItIsNotRecorded() {
        assertThat(due(new Detained(null), 20))
                .isEqualTo(new FirstMeeting(LocalDate.of(2026, 5, 28), RELEASE_NOT_RECORDED, null));
    }

    @Test
    @Tag("NOT-02")
    void waitsForTheWindowOnlyWhileItIsClosed() {
        // window opens on the day of acceptance: both counts end on the same day
        assertThat(due(new Detained(LocalDate.of(2026, 10, 28)), 20))
                .isEqualTo(new FirstMeeting(LocalDate.of(2026, 5, 28), ACCEPTANCE, null));
        assertThat(due(new Detained(LocalDate.of(2026, 10, 29)), 20))
                .isEqualTo(new FirstMeeting(LocalDate.of(2026, 5, 29), WINDOW, null));
    }

    @Test
    @Tag("NOT-02")
    void isHeldBeforeTheDayOfRelease() {
        // 20 working days end on Thursday 28 May
        assertThat(due(new Detained(LocalDate.of(2026, 5, 28)), 20))
                .isEqualTo(new FirstMeeting(LocalDate.of(2026, 5, 27), RELEASE, null));
        assertThat(due(new Detained(LocalDate.of(2026, 5, 29)), 20))
                .isEqualTo(new FirstMeeting(LocalDate.of(2026, 5, 28), ACCEPTANCE, null));
        // Tuesday after the bank holiday of Monday 25 May
        assertThat(due(new Detained(LocalDate.of(2026, 5, 26)), 20).dueOn())
                .isEqualTo(LocalDate.of(2026, 5, 22));
    }

    @Test
    @Tag("NOT-02")
    void namesTheRuleThatIsMissedWhenTheDayHasPassed() {
        assertThat(due(new Detained(ACCEPTED.plusDays(1)), 20))
                .isEqualTo(new FirstMeeting(ACCEPTED, RELEASE, null));
        assertThat(due(new Detained(ACCEPTED), 20))
                .isEqualTo(
                        new FirstMeeting(
                                LocalDate.of(2026, 4, 29), RELEASE, MEETING_BEFORE_RELEASE));
    }

    private static FirstMeeting due(Situation situation, int workingDays) {
        return FirstMeeting.due(
                situation,
                ACCEPTED,
                new FirstMeeting.Limits(workingDays, 28, 6),
                WorkingDays.NATIONAL,
                ACCEPTED);
    }
}
