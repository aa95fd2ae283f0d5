package mappa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import mappa.schedule.MeetingDue.Basis;
import mappa.schedule.MeetingDue.Facts;
import mappa.schedule.MeetingDue.Limits;
import mappa.schedule.MeetingDue.Unknown;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MeetingDueTest {

    private static final LocalDate HELD_ON = LocalDate.of(2026, 1, 5);
    private static final LocalDate LIMIT = LocalDate.of(2026, 4, 27);
    private static final LocalDate RECEIVED = LocalDate.of(2026, 2, 1);
    private static final LocalDate ACCEPTED = LocalDate.of(2026, 4, 28);
    private static final Stay IN_PRISON = new Stay(Stay.Kind.CUSTODY, RECEIVED, null);

    @Test
    @Tag("NOT-07")
    void saysWhatAChangedReleaseMakesLate() {
        var planned = review(LocalDate.of(2026, 6, 1), IN_PRISON);
        var changed = review(LocalDate.of(2026, 3, 1), IN_PRISON);
        var last = LocalDate.of(2026, 5, 25);
        var change = changed.after(planned);

        assertThat(change.moves()).isTrue();
        assertThat(change.isNowLate(last)).isFalse();
        assertThat(change.isNowLate(last.plusDays(1))).isTrue();
        assertThat(changed.overdueSince(last)).isNull();
        assertThat(changed.overdueSince(last.plusDays(9))).isEqualTo(last.plusDays(1));
        assertThat(planned.after(changed).isNowLate(last.plusDays(1))).isFalse();
        // late before and late after: the change is not what made it so
        assertThat(change.isNowLate(LocalDate.of(2026, 8, 26))).isFalse();
        assertThat(planned.after(planned).moves()).isFalse();
    }

    @Test
    @Tag("MTG-04")
    void asksForTheReleaseThatItHangsOn() {
        var today = LocalDate.of(2026, 3, 1);

        assertThat(review(null, IN_PRISON).unknowns(today)).containsExactly(Unknown.RELEASE_DATE);
        assertThat(review(RECEIVED, IN_PRISON).unknowns(today))
                .containsExactly(Unknown.RELEASE_DATE);
        assertThat(review(today, IN_PRISON).unknowns(today)).containsExactly(Unknown.RELEASE);
        assertThat(review(today.plusDays(1), IN_PRISON).unknowns(today)).isEmpty();
        assertThat(review(null, new Stay(Stay.Kind.CUSTODY, RECEIVED, today)).unknowns(today))
                .isEmpty();
        assertThat(review(null).unknowns(today)).isEmpty();
    }

    @Test
    @Tag("NOT-03")
    void asksForTheSentenceOfSomebodyInTheCommunity() {
        assertThat(first(null).unknowns(ACCEPTED)).containsExactly(Unknown.SENTENCE_DATE);
        assertThat(first(ACCEPTED).unknowns(ACCEPTED)).isEmpty();
        assertThat(first(null, IN_PRISON).unknowns(ACCEPTED)).containsExactly(Unknown.RELEASE_DATE);
    }

    @Test
    @Tag("REF-09")
    @Tag("MTG-05")
    void isArrangedAtOnceTheFirstTimeAndFourWeeksAheadLater() {
        assertThat(first(null).arrangeOn()).isEqualTo(ACCEPTED);
        assertThat(review(null).arrangeOn()).isEqualTo(LIMIT.minusDays(28));
        assertThat(review(null, IN_PRISON).arrangeOn()).isNull();
        var soon = of(2, null, null, HELD_ON, HELD_ON.plusDays(7));
        assertThat(soon.arrangeOn()).isEqualTo(HELD_ON);
    }

    @Test
    @Tag("MTG-04")
    void namesWhatSetTheDay() {
        assertThat(review(null).basis()).isEqualTo(Basis.REVIEW_LIMIT);
        assertThat(review(null).isReview()).isTrue();
        assertThat(review(null, IN_PRISON).basis()).isEqualTo(Basis.HELD);
        assertThat(first(null).basis()).isEqualTo(Basis.FIRST_MEETING);
        assertThat(first(null).isReview()).isFalse();
        assertThat(first(null).passed(ACCEPTED)).isNull();
    }

    @Test
    @Tag("NOT-02")
    void namesTheRuleAlreadyMissedOnAcceptance() {
        // released the day after: the day of acceptance is left
        var facts =
                new Facts(
                        2,
                        ACCEPTED,
                        ACCEPTED,
                        null,
                        List.of(new Stay(Stay.Kind.CUSTODY, RECEIVED, ACCEPTED.plusDays(1))),
                        null,
                        null,
                        null);
        var due = MeetingDue.of(facts, limits(2), WorkingDays.NATIONAL);

        assertThat(due.dueOn()).isEqualTo(ACCEPTED);
        assertThat(due.first().missed()).isNull();

        var sunday = LocalDate.of(2026, 5, 3); // Monday is a bank holiday, released on Tuesday
        var late =
                new Facts(
                        2,
                        sunday,
                        sunday,
                        null,
                        List.of(new Stay(Stay.Kind.CUSTODY, RECEIVED, sunday.plusDays(2))),
                        null,
                        null,
                        null);
        var missed = MeetingDue.of(late, limits(2), WorkingDays.NATIONAL);
        assertThat(missed.dueOn()).isEqualTo(sunday.plusDays(2));
        assertThat(missed.first().missed()).isEqualTo(ScheduleRule.MEETING_BEFORE_RELEASE);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stay(Stay.Kind.HOSPITAL, LIMIT, LIMIT.minusDays(1)))
                .withMessageContaining("to: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1, null, null, HELD_ON, null))
                .withMessage("level: 2 or 3 expected, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewGap.between(LIMIT, LIMIT.minusDays(1), Stays.NONE));
    }

    private static MeetingDue review(@Nullable LocalDate release, Stay... stays) {
        return of(2, null, release, HELD_ON, null, stays);
    }

    private static MeetingDue first(@Nullable LocalDate sentenced, Stay... stays) {
        return of(2, sentenced, null, null, null, stays);
    }

    private static MeetingDue of(
            int level,
            @Nullable LocalDate sentenced,
            @Nullable LocalDate release,
            @Nullable LocalDate heldOn,
            @Nullable LocalDate chair,
            Stay... stays) {
        var begun = heldOn == null ? ACCEPTED : HELD_ON.minusDays(200);
        var facts =
                new Facts(level, begun, begun, sentenced, List.of(stays), release, heldOn, chair);
        return MeetingDue.of(facts, limits(level), WorkingDays.NATIONAL);
    }

    private static Limits limits(int level) {
        return new Limits(
                new FirstMeeting.Limits(level == 3 ? 10 : 20, 28, 6), level == 3 ? 56 : 112, 0, 28);
    }
}
