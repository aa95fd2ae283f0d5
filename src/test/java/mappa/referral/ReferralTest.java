package mappa.referral;

import static mappa.referral.ReferralFixtures.A;
import static mappa.referral.ReferralFixtures.B;
import static mappa.referral.ReferralFixtures.C;
import static mappa.referral.ReferralFixtures.CHAIR;
import static mappa.referral.ReferralFixtures.COORDINATORS;
import static mappa.referral.ReferralFixtures.COORDINATOR_A;
import static mappa.referral.ReferralFixtures.COORDINATOR_B;
import static mappa.referral.ReferralFixtures.DEPUTY;
import static mappa.referral.ReferralFixtures.INSPECTOR;
import static mappa.referral.ReferralFixtures.TIMES;
import static mappa.referral.ReferralFixtures.TUESDAY;
import static mappa.referral.ReferralFixtures.aDraft;
import static mappa.referral.ReferralFixtures.aFilledDraft;
import static mappa.referral.ReferralFixtures.aReferralInScreening;
import static mappa.referral.ReferralFixtures.aSubmittedReferral;
import static mappa.referral.ReferralFixtures.answer;
import static mappa.referral.ReferralFixtures.ask;
import static mappa.referral.ReferralFixtures.at;
import static mappa.referral.ReferralFixtures.missing;
import static mappa.referral.ReferralFixtures.seats;
import static mappa.referral.ReferralFixtures.somebody;
import static mappa.referral.ReferralFixtures.vote;
import static mappa.referral.SeatState.EMPTY;
import static mappa.referral.SeatState.OPEN;
import static mappa.referral.SeatState.UNCONFIRMED;
import static mappa.referral.SeatState.VOTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.Rule;
import mappa.rule.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferralTest {

    // ---- writing

    @Test
    @Tag("REF-02")
    void sendsOnlyWhatIsComplete() {
        var draft = aDraft();
        assertThat(draft.gaps()).contains(new Gap(Section.CATEGORY, "indexOffence"));
        refuses(ReferralRule.COMPLETE, () -> draft.send(TUESDAY));
        assertThat(draft.state()).isEqualTo(ReferralState.DRAFT);

        var filled = aFilledDraft();
        assertThat(filled.gaps()).isEmpty();
        filled.send(TUESDAY);
        assertThat(filled.state()).isEqualTo(ReferralState.SUBMITTED);
        refuses(ReferralRule.COMPLETE, () -> filled.send(TUESDAY));
    }

    @Test
    @Tag("REF-02")
    void asksMoreWhenAnAnswerCallsForIt() {
        assertThat(aFilledDraft("requestedLevel", "3").gaps())
                .containsExactly(new Gap(Section.LEVEL, "notDeliverableAtLevel2"));
        assertThat(aFilledDraft("urgent", "YES").gaps())
                .containsExactly(new Gap(Section.URGENCY, "whyUrgent"));
        assertThat(aFilledDraft("domesticAbuse", "YES").gaps())
                .containsExactly(new Gap(Section.DOMESTIC_ABUSE, "domesticAbuseDetails"));
    }

    @Test
    @Tag("REF-13")
    void asksWhatHasChangedAfterADecline() {
        var draft = aFilledDraft();
        draft.declinedBefore(somebody("an earlier referral"));

        assertThat(draft.gaps())
                .containsExactly(new Gap(Section.WHAT_HAS_CHANGED, "whatHasChanged"));
    }

    @Test
    void savesASectionOnlyOverTheOneThatWasRead() {
        var draft = aDraft();
        draft.save(Section.BEHAVIOUR, Map.of("behaviour", "First"), 0, TUESDAY);

        var refusal =
                catchThrowableOfType(
                        Changed.class,
                        () ->
                                draft.save(
                                        Section.BEHAVIOUR,
                                        Map.of("behaviour", "Other tab"),
                                        0,
                                        TUESDAY));
        assertThat(refusal.found()).isEqualTo(1);
        assertThat(draft.answered(Section.BEHAVIOUR, "behaviour")).hasValue("First");

        draft.save(Section.BEHAVIOUR, Map.of("behaviour", "Second"), 1, TUESDAY);
        assertThat(draft.answered(Section.BEHAVIOUR, "behaviour")).hasValue("Second");
    }

    @ParameterizedTest
    @CsvSource({"category, 5", "category, two", "unknown, text"})
    void namesTheAnswerThatCannotBe(String question, String answer) {
        var refusal =
                catchThrowableOfType(
                        Invalid.class,
                        () ->
                                aDraft().save(
                                                Section.CATEGORY,
                                                Map.of(question, answer),
                                                0,
                                                TUESDAY));

        assertThat(refusal.problems()).extracting(Invalid.Problem::field).containsExactly(question);
    }

    @Test
    void limitsAnAnswerInLengthAndDates() {
        var draft = aDraft();
        draft.save(Section.BEHAVIOUR, Map.of("behaviour", "x".repeat(8000)), 0, TUESDAY);

        invalid(Section.PATTERN, Map.of("pattern", "x".repeat(8001)));
        invalid(Section.RELEASE, Map.of("releaseDate", "31/12/2026"));
        invalid(Section.RELEASE, Map.of("releaseDate", "2026-02-29"));
    }

    private static void invalid(Section section, Map<String, String> answers) {
        assertThat(
                        catchThrowableOfType(
                                Invalid.class, () -> aDraft().save(section, answers, 0, TUESDAY)))
                .isNotNull();
    }

    @Test
    @Tag("REF-02")
    void canBeChangedUntilThePanelHasIt() {
        var answers = Map.of("behaviour", "Changed");
        aSubmittedReferral().save(Section.BEHAVIOUR, answers, 1, TUESDAY);

        var referral = aReferralInScreening();
        refuses(ReferralRule.COMPLETE, () -> referral.save(Section.BEHAVIOUR, answers, 1, TUESDAY));
    }

    // ---- the check

    @Test
    @Tag("REF-02")
    void comesBackWithAList() {
        var referral = aSubmittedReferral();
        refuses(ReferralRule.COMPLETE, () -> referral.giveBack(List.of(), TIMES, TUESDAY));

        referral.giveBack(missing(Section.RISK), TIMES, TUESDAY);
        assertThat(referral.state()).isEqualTo(ReferralState.INCOMPLETE);
        assertThat(referral.lastCheck())
                .extracting(CheckedItem::item)
                .containsExactly(Section.RISK);

        referral.send(TUESDAY);
        assertThat(referral.state()).isEqualTo(ReferralState.SUBMITTED);
        assertThat(referral.checkRound()).isEqualTo(2);
    }

    @Test
    @Tag("REF-02")
    void goesToThePanelOnlyMatchedAndComplete() {
        var unmatched = aFilledDraft();
        unmatched.send(TUESDAY);
        refuses(
                ReferralRule.COMPLETE,
                () -> unmatched.sendToPanel(List.of(), three(INSPECTOR), 2, TIMES, TUESDAY));

        var incomplete = aSubmittedReferral();
        refuses(
                ReferralRule.COMPLETE,
                () ->
                        incomplete.sendToPanel(
                                missing(Section.RISK), three(INSPECTOR), 2, TIMES, TUESDAY));
    }

    @Test
    @Tag("REF-03")
    @Tag("REF-14")
    void goesToThePanelOnlyWithEverySeatHeldByOnePerson() {
        var referral = aSubmittedReferral();

        refuses(
                ReferralRule.SEATS,
                () -> referral.sendToPanel(List.of(), three(null), 2, TIMES, TUESDAY));
        refuses(
                ReferralRule.PANEL,
                () -> referral.sendToPanel(List.of(), three(COORDINATOR_A), 2, TIMES, TUESDAY));
        refuses(
                ReferralRule.SEATS,
                () -> referral.sendToPanel(List.of(), three(INSPECTOR), 1, TIMES, TUESDAY));
        refuses(
                ReferralRule.SEATS,
                () -> referral.sendToPanel(List.of(), three(INSPECTOR), 4, TIMES, TUESDAY));
        assertThat(referral.panel().seats()).isEmpty();

        referral.sendToPanel(List.of(), three(INSPECTOR), 3, TIMES, TUESDAY);
        assertThat(seats(referral)).containsExactly(OPEN, OPEN, OPEN);
    }

    // ---- ballots

    @ParameterizedTest
    @Tag("REF-04")
    @Tag("REF-05")
    @CsvSource({
        "ACCEPT_2, ACCEPT_2, 2",
        "ACCEPT_2, ACCEPT_3, 2",
        "ACCEPT_3, ACCEPT_2, 2",
        "ACCEPT_3, ACCEPT_3, 3"
    })
    void acceptsWithTwoVotesAtTheHighestLevelThatBothBack(Vote first, Vote second, int level) {
        var referral = aReferralInScreening();
        vote(referral, COORDINATOR_A, first);

        assertThat(vote(referral, INSPECTOR, second)).isEqualTo(new Screening.Accepted(level));
        assertThat(referral.decision().level()).isEqualTo(level);
        refuses(ReferralRule.DECIDED, () -> vote(referral, COORDINATOR_B, Vote.DECLINE));
    }

    @Test
    @Tag("REF-04")
    void declinesWithTwoVotesAndWaitsForTheThirdWhenSplit() {
        var referral = aReferralInScreening();
        vote(referral, COORDINATOR_A, Vote.DECLINE);

        assertThat(vote(referral, COORDINATOR_B, Vote.ACCEPT_3))
                .isEqualTo(new Screening.Open(false));
        assertThat(vote(referral, INSPECTOR, Vote.DECLINE)).isEqualTo(new Screening.Declined());
        assertThat(referral.state()).isEqualTo(ReferralState.DECLINED);
    }

    @Test
    @Tag("REF-08")
    void needsAReasonForEachVote() {
        var referral = aReferralInScreening();
        var silent = new Ballot(Vote.ACCEPT_2, " ", null);

        refuses(ReferralRule.REASON, () -> referral.vote(COORDINATOR_A, silent, TIMES, TUESDAY));
        refuses(
                ReferralRule.REASON,
                () -> referral.declareConflict(COORDINATOR_A, "", List.of(), TUESDAY));
        refuses(
                ReferralRule.REASON,
                () -> referral.askForMore(COORDINATOR_A, List.of("Which?"), "", TIMES, TUESDAY));
        assertThat(seats(referral)).containsExactly(OPEN, OPEN, OPEN);
        assertThat(referral.panel().votes()).isEmpty();
    }

    @Test
    @Tag("REF-10")
    @Tag("LVL-06")
    void needsAPathwayThatThePersonCanTakeForADecline() {
        var referral = aReferralInScreening("category", "3");

        refuses(
                ReferralRule.FEEDBACK,
                () ->
                        referral.vote(
                                COORDINATOR_A,
                                new Ballot(Vote.DECLINE, "Managed already", null),
                                TIMES,
                                TUESDAY));
        refuses(
                ReferralRule.NEVER_LEVEL_1,
                () ->
                        referral.vote(
                                COORDINATOR_A,
                                new Ballot(Vote.DECLINE, "Managed already", Pathway.LEVEL_1),
                                TIMES,
                                TUESDAY));
    }

    @Test
    @Tag("REF-03")
    void letsOnlyHoldersOfASeatVote() {
        refuses(ReferralRule.PANEL, () -> vote(aReferralInScreening(), CHAIR, Vote.ACCEPT_2));
    }

    @Test
    @Tag("REF-04")
    void keepsTheEarlierVoteReadableWhenItIsChanged() {
        var referral = aReferralInScreening();
        vote(referral, COORDINATOR_A, Vote.ACCEPT_2);
        refuses(ReferralRule.PANEL, () -> vote(referral, COORDINATOR_A, Vote.ACCEPT_3));

        referral.changeVote(COORDINATOR_A, ReferralFixtures.ballot(Vote.DECLINE), TIMES, TUESDAY);

        assertThat(referral.panel().votes())
                .extracting(PanelVote::vote)
                .containsExactly(Vote.ACCEPT_2, Vote.DECLINE);
        assertThat(referral.panel().counted())
                .extracting(PanelVote::vote)
                .containsExactly(Vote.DECLINE);
    }

    @Test
    @Tag("REF-07")
    void countsVotesFromBeforeAnAnswerOnlyWhenConfirmed() {
        var referral = aReferralInScreening();
        vote(referral, COORDINATOR_A, Vote.ACCEPT_3);
        ask(referral, INSPECTOR, TUESDAY);
        assertThat(seats(referral)).containsExactly(VOTED, OPEN, OPEN);
        refuses(ReferralRule.MORE_INFORMATION, () -> vote(referral, COORDINATOR_B, Vote.ACCEPT_3));
        refuses(ReferralRule.MORE_INFORMATION, () -> referral.answer(Map.of(), TIMES, TUESDAY));

        answer(referral, TUESDAY);
        assertThat(seats(referral)).containsExactly(UNCONFIRMED, OPEN, OPEN);
        assertThat(referral.panel().round()).isEqualTo(2);
        assertThat(vote(referral, COORDINATOR_B, Vote.ACCEPT_3))
                .isEqualTo(new Screening.Open(false));
        assertThat(referral.confirmVote(COORDINATOR_A, TIMES, TUESDAY))
                .isEqualTo(new Screening.Accepted(3));
    }

    @Test
    @Tag("ACC-03")
    @Tag("REF-06")
    void strikesOutTheVoteOfSomebodyWithAConflictAndCallsTheDeputy() {
        var referral = aReferralInScreening();
        vote(referral, COORDINATOR_A, Vote.ACCEPT_2);

        var seat = referral.declareConflict(COORDINATOR_A, "A cousin", List.of(DEPUTY), TUESDAY);

        assertThat(seat.holder()).isEqualTo(DEPUTY);
        assertThat(seats(referral)).containsExactly(OPEN, OPEN, OPEN);
        assertThat(referral.panel().counted()).isEmpty();
        assertThat(referral.panel().votes()).hasSize(2);
        refuses(ReferralRule.CONFLICT, () -> vote(referral, COORDINATOR_A, Vote.ACCEPT_2));
    }

    @Test
    @Tag("ACC-03")
    @Tag("REF-06")
    void leavesTheSeatEmptyWhenTheDeputyIsNotFree() {
        var referral = aReferralInScreening();
        referral.declareConflict(COORDINATOR_A, "A cousin", List.of(DEPUTY), TUESDAY);
        referral.declareConflict(COORDINATOR_B, "A neighbour", List.of(DEPUTY), TUESDAY);
        assertThat(seats(referral)).containsExactly(OPEN, EMPTY, OPEN);

        referral.declareConflict(DEPUTY, "A friend", List.of(DEPUTY), TUESDAY);
        assertThat(seats(referral)).containsExactly(EMPTY, EMPTY, OPEN);
        assertThat(referral.screening()).isEqualTo(new Screening.Open(true));
    }

    @Test
    @Tag("REF-06")
    void asksForASubstituteWhenTheOthersAreSplit() {
        var referral = aReferralInScreening();
        referral.declareConflict(INSPECTOR, "A cousin", List.of(), TUESDAY);
        assertThat(vote(referral, COORDINATOR_A, Vote.ACCEPT_2))
                .isEqualTo(new Screening.Open(false));
        assertThat(vote(referral, COORDINATOR_B, Vote.DECLINE)).isEqualTo(new Screening.Open(true));

        refuses(
                ReferralRule.SUBSTITUTE,
                () -> referral.nameSubstitute(C, DEPUTY, CHAIR, COORDINATORS));
        refuses(
                ReferralRule.CONFLICT,
                () -> referral.nameSubstitute(C, INSPECTOR, COORDINATOR_A, COORDINATORS));
        refuses(
                ReferralRule.PANEL,
                () -> referral.nameSubstitute(C, COORDINATOR_B, COORDINATOR_A, COORDINATORS));
        refuses(
                ReferralRule.SUBSTITUTE,
                () -> referral.nameSubstitute(A, DEPUTY, COORDINATOR_A, COORDINATORS));

        referral.nameSubstitute(C, DEPUTY, COORDINATOR_A, COORDINATORS);
        assertThat(vote(referral, DEPUTY, Vote.ACCEPT_3)).isEqualTo(new Screening.Accepted(2));
    }

    @Test
    @Tag("REF-06")
    void letsTheChairOfTheBoardNameWhenEveryCoordinatorHasAConflict() {
        var referral = aReferralInScreening();
        referral.declareConflict(COORDINATOR_A, "A cousin", List.of(DEPUTY), TUESDAY);
        referral.declareConflict(DEPUTY, "A friend", List.of(), TUESDAY);
        referral.declareConflict(COORDINATOR_B, "A neighbour", List.of(), TUESDAY);
        var substitute = somebody("a coordinator of the next area");

        refuses(
                ReferralRule.SUBSTITUTE,
                () -> referral.nameSubstitute(A, substitute, COORDINATOR_A, COORDINATORS));
        referral.nameSubstitute(A, substitute, CHAIR, COORDINATORS);

        assertThat(seats(referral)).containsExactly(OPEN, EMPTY, OPEN);
    }

    @Test
    @Tag("REF-06")
    void callsTheDeputyOfSomebodyWhoIsAway() {
        var referral = aReferralInScreening();
        refuses(ReferralRule.SUBSTITUTE, () -> referral.callDeputy(B, "On leave", List.of()));
        assertThat(referral.callDeputy(B, "On leave", List.of(DEPUTY)).holder()).isEqualTo(DEPUTY);

        vote(referral, DEPUTY, Vote.ACCEPT_2);
        refuses(
                ReferralRule.SUBSTITUTE,
                () -> referral.callDeputy(B, "On leave", List.of(COORDINATOR_B)));
    }

    @Test
    @Tag("REF-04")
    void keepsADifferentViewForFiveWorkingDays() {
        var referral = aReferralInScreening();
        refuses(
                ReferralRule.DECIDED,
                () -> referral.recordDifferentView(INSPECTOR, Vote.DECLINE, "Too soon", TUESDAY));
        vote(referral, COORDINATOR_A, Vote.ACCEPT_2);
        vote(referral, COORDINATOR_B, Vote.ACCEPT_2);

        refuses(
                ReferralRule.PANEL,
                () ->
                        referral.recordDifferentView(
                                COORDINATOR_A, Vote.DECLINE, "On reflection", TUESDAY));
        refuses(
                ReferralRule.DECIDED,
                () ->
                        referral.recordDifferentView(
                                INSPECTOR, Vote.DECLINE, "Too late", at("2026-05-20", 0)));
        referral.recordDifferentView(INSPECTOR, Vote.DECLINE, "Not needed", at("2026-05-19", 23));

        assertThat(referral.state()).isEqualTo(ReferralState.ACCEPTED);
        assertThat(referral.panel().counted()).hasSize(2);
        assertThat(referral.panel().votes().getLast().isAfterDecision()).isTrue();
    }

    // ---- the end

    @ParameterizedTest
    @EnumSource(ReferralState.class)
    @Tag("REF-04")
    void isWithdrawnAtAnyMomentBeforeADecision(ReferralState state) {
        var referral = in(state);
        if (state.isOver()) {
            refuses(ReferralRule.DECIDED, () -> referral.withdraw("Moved away", TUESDAY));
            assertThat(referral.state()).isEqualTo(state);
        } else {
            refuses(ReferralRule.REASON, () -> referral.withdraw(" ", TUESDAY));
            referral.withdraw("Moved away", TUESDAY);
            assertThat(referral.state()).isEqualTo(ReferralState.WITHDRAWN);
            assertThat(referral.nextDeadline(TIMES)).isEmpty();
            refuses(ReferralRule.DECIDED, () -> vote(referral, COORDINATOR_A, Vote.ACCEPT_2));
        }
    }

    private static Referral in(ReferralState state) {
        return switch (state) {
            case DRAFT -> aDraft();
            case SUBMITTED -> aSubmittedReferral();
            case INCOMPLETE -> {
                var referral = aSubmittedReferral();
                referral.giveBack(missing(Section.RISK), TIMES, TUESDAY);
                yield referral;
            }
            case IN_SCREENING -> aReferralInScreening();
            case WAITING_FOR_REFERRER -> {
                var referral = aReferralInScreening();
                ask(referral, INSPECTOR, TUESDAY);
                yield referral;
            }
            case ACCEPTED -> decided(Vote.ACCEPT_3);
            case DECLINED -> decided(Vote.DECLINE);
            case WITHDRAWN -> {
                var referral = aReferralInScreening();
                referral.withdraw("Moved away", TUESDAY);
                yield referral;
            }
            case EXPIRED -> {
                var referral = aDraft();
                referral.expire(TIMES, at("2026-12-01", 9));
                yield referral;
            }
        };
    }

    private static Referral decided(Vote vote) {
        var referral = aReferralInScreening();
        vote(referral, COORDINATOR_A, vote);
        vote(referral, COORDINATOR_B, vote);
        return referral;
    }

    @ParameterizedTest
    @Tag("REF-11")
    @CsvSource({"DRAFT, 2026-08-09, 2026-08-10", "INCOMPLETE, 2026-06-08, 2026-06-09"})
    void expiresNotADayBeforeItsTime(ReferralState state, String tooSoon, String inTime) {
        var referral = in(state);

        refuses(ReferralRule.CLOCK, () -> referral.expire(TIMES, at(tooSoon, 23)));
        referral.expire(TIMES, at(inTime, 0));
        assertThat(referral.state()).isEqualTo(ReferralState.EXPIRED);
    }

    @Test
    @Tag("REF-11")
    void neverExpiresWhileSomebodyElseHasIt() {
        refuses(
                ReferralRule.CLOCK,
                () -> aReferralInScreening().expire(TIMES, at("2027-05-12", 9)));
    }

    @Test
    @Tag("REF-10")
    void tellsTheReferrerWhyAndWhere() {
        var referral = in(ReferralState.DECLINED);
        refuses(
                ReferralRule.FEEDBACK,
                () -> referral.sendFeedback(feedback(" ", Pathway.IOM), TUESDAY));
        refuses(
                ReferralRule.FEEDBACK,
                () -> referral.sendFeedback(feedback("Managed", null), TUESDAY));
        refuses(
                ReferralRule.DECIDED,
                () ->
                        aReferralInScreening()
                                .sendFeedback(feedback("Managed", Pathway.IOM), TUESDAY));

        referral.sendFeedback(feedback("Managed", Pathway.IOM), TUESDAY);
        assertThat(referral.decision().feedbackSentAt()).isEqualTo(TUESDAY);
        refuses(
                ReferralRule.FEEDBACK,
                () -> referral.sendFeedback(feedback("Again", Pathway.IOM), TUESDAY));
    }

    @Test
    @Tag("LVL-11")
    void considersALevel3CaseForTheRegisterOfCriticalCases() {
        var referral = in(ReferralState.ACCEPTED);
        refuses(
                ReferralRule.CRITICAL_CASE,
                () -> referral.sendFeedback(feedback("Accepted", null), TUESDAY));

        referral.sendFeedback(
                new Feedback("Accepted", null, null, false, "Not of that kind"), TUESDAY);
        assertThat(referral.decision().criticalCaseConsidered()).isFalse();
    }

    private static Feedback feedback(String reasons, Pathway pathway) {
        return new Feedback(reasons, pathway, null, null, null);
    }

    private static List<SeatHolder> three(UUID third) {
        return List.of(
                new SeatHolder(A, COORDINATOR_A),
                new SeatHolder(B, COORDINATOR_B),
                new SeatHolder(C, third));
    }

    private static void refuses(Rule rule, ThrowingCallable command) {
        var refusal = catchThrowableOfType(RuleBroken.class, command);
        assertThat(refusal).as("refused by " + rule.id()).isNotNull();
        assertThat(refusal.rule()).isEqualTo(rule);
    }
}
