package mappa.referral;

import static mappa.referral.Deadline.Kind.CHASE_PANEL;
import static mappa.referral.Deadline.Kind.CLOSE_OR_EXTEND;
import static mappa.referral.Deadline.Kind.REMIND_REFERRER;
import static mappa.referral.Deadline.Kind.REMIND_SEATS;
import static mappa.referral.Deadline.Kind.TELL_SMB_CHAIR;
import static mappa.referral.ReferralFixtures.COORDINATOR_A;
import static mappa.referral.ReferralFixtures.COORDINATOR_B;
import static mappa.referral.ReferralFixtures.TIMES;
import static mappa.referral.ReferralFixtures.TUESDAY;
import static mappa.referral.ReferralFixtures.aReferralInScreening;
import static mappa.referral.ReferralFixtures.aSubmittedReferral;
import static mappa.referral.ReferralFixtures.answer;
import static mappa.referral.ReferralFixtures.ask;
import static mappa.referral.ReferralFixtures.at;
import static mappa.referral.ReferralFixtures.missing;
import static mappa.referral.ReferralFixtures.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mappa.rule.Invalid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("REF-11")
class PanelClockTest {

    @Test
    void countsFiveWorkingDaysOverEaster() {
        var referral = aReferralInScreening(at("2026-03-31", 10));

        assertThat(referral.panelDueOn()).isEqualTo("2026-04-09");
        assertThat(all(referral))
                .containsExactly(
                        deadline(REMIND_SEATS, "2026-04-09", at("2026-04-08", 9)),
                        deadline(CHASE_PANEL, "2026-04-09", at("2026-04-10", 9)),
                        deadline(TELL_SMB_CHAIR, "2026-04-09", at("2026-04-14", 9)));
    }

    @Test
    void countsOneWorkingDayForAnUrgentReferral() {
        var referral =
                aReferralInScreening(
                        at("2026-04-02", 10), "urgent", "YES", "whyUrgent", "Release tomorrow");

        assertThat(referral.panelDueOn()).isEqualTo("2026-04-07");
        assertThat(all(referral))
                .containsExactly(
                        deadline(REMIND_SEATS, "2026-04-07", at("2026-04-07", 12)),
                        deadline(CHASE_PANEL, "2026-04-07", at("2026-04-08", 9)),
                        deadline(TELL_SMB_CHAIR, "2026-04-07", at("2026-04-10", 9)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-20, 2026-03-27, 2026-03-26T09:00:00Z, 2026-03-30T08:00:00Z", // clocks forward
        "2026-10-16, 2026-10-23, 2026-10-22T08:00:00Z, 2026-10-26T09:00:00Z" // clocks back
    })
    void remindsAtNineInLondonOnBothSidesOfAClockChange(
            String sentOn, LocalDate due, Instant remind, Instant chase) {
        var deadlines = all(aReferralInScreening(at(sentOn, 10)));

        assertThat(deadlines.getFirst()).isEqualTo(new Deadline(REMIND_SEATS, due, remind));
        assertThat(deadlines.get(1)).isEqualTo(new Deadline(CHASE_PANEL, due, chase));
    }

    @Test
    void belongsToTheDayInLondonOnWhichItWasSent() {
        // half past midnight on Wednesday, still Tuesday in universal time
        var referral = aReferralInScreening(Instant.parse("2026-05-12T23:30:00Z"));

        assertThat(referral.panelDueOn()).isEqualTo("2026-05-20");
    }

    @Test
    void actsOnceOnEachDeadline() {
        var referral = aReferralInScreening(); // Tuesday 12 May, due on the 19th
        var remindAt = at("2026-05-18", 9);

        assertThat(referral.passDeadlines(TIMES, remindAt.minusSeconds(1))).isEmpty();
        assertThat(kinds(referral.passDeadlines(TIMES, remindAt))).containsExactly(REMIND_SEATS);
        assertThat(referral.passDeadlines(TIMES, remindAt)).isEmpty();
        assertThat(referral.nextDeadline(TIMES).orElseThrow().at()).isEqualTo(at("2026-05-20", 9));
    }

    @Test
    void makesUpForDeadlinesThatPassedWhileNobodyAsked() {
        var referral = aReferralInScreening();

        assertThat(kinds(referral.passDeadlines(TIMES, at("2026-06-30", 9))))
                .containsExactly(REMIND_SEATS, CHASE_PANEL, TELL_SMB_CHAIR);
        assertThat(referral.nextDeadline(TIMES)).isEmpty();
    }

    @Test
    void stopsWhenDecided() {
        var referral = aReferralInScreening();
        vote(referral, COORDINATOR_A, Vote.ACCEPT_2);
        vote(referral, COORDINATOR_B, Vote.ACCEPT_2);

        assertThat(referral.nextDeadline(TIMES)).isEmpty();
    }

    @Test
    @Tag("REF-07")
    void goesOnWithTheWorkingDaysThatWereLeft() {
        var referral = aReferralInScreening(); // due on Tuesday 19 May
        ask(referral, COORDINATOR_A, at("2026-05-14", 15)); // Thursday: three days left

        assertThat(referral.daysLeft()).isEqualTo(3);
        assertThat(referral.answerDueOn()).isEqualTo("2026-05-21");

        answer(referral, at("2026-05-21", 11)); // Thursday, then the bank holiday of Monday 25

        assertThat(referral.panelDueOn()).isEqualTo("2026-05-27");
        assertThat(referral.answerDueOn()).isNull();
        assertThat(all(referral).getFirst().at()).isEqualTo(at("2026-05-26", 9));
    }

    @Test
    @Tag("REF-07")
    void hasNoDaysLeftOnTheLastDay() {
        var referral = aReferralInScreening();
        ask(referral, COORDINATOR_A, at("2026-05-19", 15));
        answer(referral, at("2026-05-20", 10));

        assertThat(referral.panelDueOn()).isEqualTo("2026-05-20");
        // the reminder's moment was over before the clock went on
        assertThat(kinds(all(referral))).containsExactly(CHASE_PANEL, TELL_SMB_CHAIR);
    }

    @Test
    @Tag("REF-07")
    void remindsTheReferrerOnTheThirdDayAndAsksTheUnitAfterTheFifth() {
        var referral = aReferralInScreening();
        ask(referral, COORDINATOR_A, TUESDAY);

        assertThat(all(referral))
                .containsExactly(
                        deadline(REMIND_REFERRER, "2026-05-19", at("2026-05-15", 9)),
                        deadline(CLOSE_OR_EXTEND, "2026-05-19", at("2026-05-20", 9)));
    }

    @Test
    @Tag("REF-02")
    void asksForWhatIsMissingInTheSameWay() {
        var referral = aSubmittedReferral();
        referral.giveBack(missing(Section.RISK), TIMES, TUESDAY);

        assertThat(referral.answerDueOn()).isEqualTo("2026-05-19");
        assertThat(kinds(all(referral))).containsExactly(REMIND_REFERRER, CLOSE_OR_EXTEND);

        referral.send(at("2026-05-13", 9));
        assertThat(referral.nextDeadline(TIMES)).isEmpty();
    }

    @Test
    void remindsAgainWhenTheReferrerGetsMoreTime() {
        var referral = aReferralInScreening();
        ask(referral, COORDINATOR_A, TUESDAY);
        referral.passDeadlines(TIMES, at("2026-05-20", 9));
        assertThat(referral.nextDeadline(TIMES)).isEmpty();

        referral.extendAnswer(LocalDate.of(2026, 5, 29), at("2026-05-20", 14));

        assertThat(all(referral))
                .containsExactly(
                        deadline(REMIND_REFERRER, "2026-05-29", at("2026-05-27", 9)),
                        deadline(CLOSE_OR_EXTEND, "2026-05-29", at("2026-06-01", 9)));
        assertThatThrownBy(
                        () ->
                                referral.extendAnswer(
                                        LocalDate.of(2026, 5, 29), at("2026-05-20", 15)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void doesNotRunBeforeThePanelHasIt() {
        assertThat(aSubmittedReferral().nextDeadline(TIMES)).isEmpty();
    }

    // what the timer would meet, one after the other
    private static List<Deadline> all(Referral referral) {
        var all = new ArrayList<Deadline>();
        for (var next = referral.nextDeadline(TIMES);
                next.isPresent();
                next = referral.nextDeadline(TIMES)) {
            all.add(next.get());
            referral.passDeadlines(TIMES, next.get().at());
        }
        return all;
    }

    private static List<Deadline.Kind> kinds(List<Deadline> deadlines) {
        return deadlines.stream().map(Deadline::kind).toList();
    }

    private static Deadline deadline(Deadline.Kind kind, String dueOn, Instant at) {
        return new Deadline(kind, LocalDate.parse(dueOn), at);
    }
}
