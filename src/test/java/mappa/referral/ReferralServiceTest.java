package mappa.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.referral.ReferralStories.Team;
import mappa.rule.Changed;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every command of a referral on real PostgreSQL, with what the engine is told of it.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ReferralServiceTest {

    @Inject ReferralService service;
    @Inject ReferralStories stories;
    @Inject MovedClock clock;
    @Inject TestPeople people;

    private Team team;

    @BeforeEach
    void seatThePanel() {
        team = stories.team("RF");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    // ---- writing

    @Test
    void keepsADraftForItsWriterAlone() {
        var id = stories.draft(team);

        assertThat(view(id, team.referrer()).gaps()).isEmpty();
        assertThatThrownBy(() -> view(id, team.coordinatorA())).isInstanceOf(NotFound.class);
        assertThat(tab(ReferralTab.DRAFTS, team.coordinatorA())).doesNotContain(id);
        assertThat(tab(ReferralTab.DRAFTS, team.referrer())).contains(id);
    }

    @Test
    void losesNoTextWhenTwoTabsSaveTheSameSection() {
        var id = stories.draft(team);
        var late = new SaveSection(Section.BEHAVIOUR, Map.of("behaviour", "Other tab"), 0);

        assertThatThrownBy(
                        () ->
                                stories.as(
                                        team.referrer(),
                                        () -> service.save(id, late, team.referrer())))
                .isInstanceOf(Changed.class);
        var kept = section(id, Section.BEHAVIOUR);
        assertThat(kept.saves()).isEqualTo(1);
        assertThat(kept.answers()).containsEntry("behaviour", "An answer to behaviour");
    }

    @Test
    @Tag("REF-02")
    void startsTheProcessWhenItIsSentAndGoesBackWithAList() throws SQLException {
        var id = stories.sent(team);
        assertThat(outbox(id)).containsExactly("START referral.sent");
        assertThat(view(id, team.coordinatorA()).summary().state())
                .isEqualTo(ReferralState.SUBMITTED);

        stories.as(
                team.administrator(),
                () ->
                        service.giveBack(
                                id, ReferralFixtures.missing(Section.RISK), team.administrator()));
        assertThat(view(id, team.referrer()).lastCheck()).hasSize(1);
        stories.as(team.referrer(), () -> service.send(id, team.referrer()));

        assertThat(outbox(id))
                .containsExactly(
                        "START referral.sent",
                        "COMPLETE Task_CheckCompleteness 1 - {\"complete\": false}",
                        "MESSAGE referral.clock-changed",
                        "COMPLETE Task_AmendReferral 1 - {\"checkRound\": 2}",
                        "MESSAGE referral.clock-changed");
    }

    @Test
    @Tag("REF-13")
    void asksWhatHasChangedWhenThePersonWasDeclinedNotLongAgo() {
        var person = stories.someCase(team);
        var first = stories.matched(team, person);
        stories.as(
                team.coordinatorA(),
                () -> service.sendToPanel(first, List.of(), team.coordinatorA()));
        stories.vote(first, team.coordinatorA(), Vote.DECLINE);
        stories.vote(first, team.coordinatorB(), Vote.DECLINE);

        var again = stories.matched(team, person);

        var view = view(again, team.coordinatorA());
        assertThat(view.declinedBefore()).isEqualTo(first);
        assertThat(view.summary().reference()).isEqualTo(person.reference() + "/R2");
        assertThat(view.gaps())
                .containsExactly(new Gap(Section.WHAT_HAS_CHANGED, "whatHasChanged"));
        assertThatThrownBy(
                        () ->
                                stories.as(
                                        team.coordinatorA(),
                                        () ->
                                                service.sendToPanel(
                                                        again, List.of(), team.coordinatorA())))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void copiesAnEarlierReferralToBeChecked() {
        var earlier = stories.sent(team);

        var id = stories.as(team.referrer(), () -> service.start(earlier, team.referrer())).id();

        assertThat(section(id, Section.RISK).copied()).isTrue();
        assertThat(section(id, Section.URGENCY).answers()).isEmpty();
        assertThatThrownBy(
                        () ->
                                stories.as(
                                        team.administrator(),
                                        () -> service.start(earlier, team.administrator())))
                .isInstanceOf(RuleBroken.class);
        var other =
                people.person("RF-other", Role.REFERRER, "RF", people.agency("RF", "Probation"));
        assertThatThrownBy(() -> stories.as(other, () -> service.start(earlier, other)))
                .isInstanceOf(NotFound.class);
    }

    // ---- the panel

    @Test
    @Tag("REF-03")
    @Tag("REF-09")
    void tellsTheEngineOfTheBallotsInOrderOnceTheyDecide() throws SQLException {
        var id = stories.inScreening(team);
        stories.vote(id, team.inspector(), Vote.ACCEPT_3);
        stories.vote(id, team.coordinatorA(), Vote.DECLINE);
        assertThat(outbox(id)).noneMatch(row -> row.contains("Task_Vote"));

        assertThat(stories.vote(id, team.coordinatorB(), Vote.ACCEPT_2).state())
                .isEqualTo(ReferralState.ACCEPTED);

        assertThat(outbox(id))
                .containsSubsequence(
                        "COMPLETE Task_CheckCompleteness 1 - {\"seats\": [\"COORDINATOR_A\","
                                + " \"COORDINATOR_B\", \"POLICE_DI\"], \"complete\": true,"
                                + " \"votesNeeded\": 2}",
                        "MESSAGE referral.clock-changed",
                        "COMPLETE Task_Vote 1 POLICE_DI {\"vote\": \"ACCEPT_3\"}",
                        "COMPLETE Task_Vote 1 COORDINATOR_A {\"vote\": \"DECLINE\"}",
                        "COMPLETE Task_Vote 1 COORDINATOR_B {\"vote\": \"ACCEPT_2\"}");
        var decision = decision(id, team.coordinatorA());
        assertThat(decision.level()).isEqualTo(2);
        assertThat(decision.counted()).containsExactly(Vote.ACCEPT_3, Vote.DECLINE, Vote.ACCEPT_2);
        assertThat(works(id)).isEmpty(); // what comes next is asked by the meeting's own process
    }

    @Test
    @Tag("REF-09")
    @Tag("REF-12")
    void opensTheLevelAndDatesTheFirstMeetingOnAcceptance() throws SQLException {
        clock.moveTo(ReferralFixtures.at("2027-04-27", 10)); // a Tuesday
        var id = stories.inScreening(team, "sentenceDate", "2027-04-20", "category", "3");
        stories.vote(id, team.inspector(), Vote.ACCEPT_3);
        stories.vote(id, team.coordinatorB(), Vote.ACCEPT_2);

        var meeting = decision(id, team.coordinatorA()).firstMeeting();
        assertThat(meeting.dueOn()).isEqualTo("2027-05-18");
        assertThat(meeting.basis().rule().id()).isEqualTo("NOT-03");
        assertThat(
                        rows(
                                """
                                select level from level_spell l join referral r on r.decision_id = l.decision_id
                                where r.id = '%s'
                                """
                                        .formatted(id)))
                .containsExactly("LEVEL_2");
    }

    @Test
    @Tag("REF-01")
    void isStartedForAnAgencyOnly() {
        assertThatThrownBy(
                        () ->
                                stories.as(
                                        team.administrator(),
                                        () -> service.start(null, team.administrator())))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    @Tag("REF-08")
    void hidesTheVotesOfOthersUntilOneHasVoted() {
        var id = stories.inScreening(team);
        stories.vote(id, team.coordinatorA(), Vote.ACCEPT_2);

        var sealed = ballotOf(id, team.inspector());
        assertThat(sealed.sealed()).isTrue();
        assertThat(sealed.others()).isEmpty();
        assertThat(sealed.seats())
                .extracting(SeatProgress::state)
                .containsExactly(SeatState.VOTED, SeatState.OPEN, SeatState.OPEN);

        stories.vote(id, team.inspector(), Vote.DECLINE);
        assertThat(ballotOf(id, team.inspector()).others())
                .extracting(VoteView::vote)
                .containsExactly(Vote.ACCEPT_2);
        assertThatThrownBy(() -> ballotOf(id, team.administrator())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decision(id, team.administrator())).isInstanceOf(NotFound.class);
    }

    @Test
    @Tag("REF-10")
    void showsTheReferrerTheFeedbackAndNeverAVote() {
        var id = stories.inScreening(team);
        stories.vote(id, team.coordinatorA(), Vote.DECLINE);
        stories.vote(id, team.coordinatorB(), Vote.DECLINE);
        assertThat(decision(id, team.referrer()).feedback()).isNull();

        var feedback = new Feedback("Managed at Level 1", Pathway.LEVEL_1, null, null, null);
        stories.as(
                team.coordinatorA(), () -> service.sendFeedback(id, feedback, team.coordinatorA()));

        var told = decision(id, team.referrer());
        assertThat(told.votes()).isEmpty();
        assertThat(told.counted()).isEmpty();
        assertThat(told.feedback().reasons()).isEqualTo("Managed at Level 1");
    }

    @Test
    @Tag("ACC-03")
    void shutsOutWhoeverHasAConflictAndCallsTheDeputy() {
        var id = stories.inScreening(team);
        stories.vote(id, team.coordinatorA(), Vote.ACCEPT_2);
        stories.as(
                team.coordinatorA(),
                () -> service.declareConflict(id, "A cousin", team.coordinatorA()));

        assertThatThrownBy(() -> view(id, team.coordinatorA())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stories.vote(id, team.coordinatorA(), Vote.ACCEPT_2))
                .isInstanceOf(NotFound.class);
        assertThat(tab(ReferralTab.ALL, team.coordinatorA())).doesNotContain(id);
        assertThat(ballotOf(id, team.deputyCoordinator()).seat()).isEqualTo("COORDINATOR_A");

        stories.vote(id, team.coordinatorB(), Vote.ACCEPT_2);
        stories.vote(id, team.deputyCoordinator(), Vote.ACCEPT_3);
        assertThat(decision(id, team.coordinatorB()).votes())
                .extracting(VoteView::standing)
                .containsExactly(
                        VoteView.Standing.STRUCK_OUT,
                        VoteView.Standing.NO_BALLOT,
                        VoteView.Standing.COUNTS,
                        VoteView.Standing.COUNTS);
    }

    @Test
    @Tag("REF-06")
    void asksForASubstituteWhenTheRestIsSplit() throws SQLException {
        var id = stories.inScreening(team);
        conflict(id, team.inspector());
        conflict(id, team.deputyInspector());
        stories.vote(id, team.coordinatorA(), Vote.ACCEPT_2);
        stories.vote(id, team.coordinatorB(), Vote.DECLINE);
        assertThat(works(id)).hasSize(1).first().asString().startsWith("name-substitute OPEN");

        assertThat(
                        stories.as(
                                team.coordinatorA(),
                                () -> service.substitutes(id, team.coordinatorA()).keySet()))
                .containsExactly(team.deputyCoordinator().personId());
        var command = new NameSubstitute("POLICE_DI", team.deputyCoordinator().personId());
        stories.as(
                team.coordinatorA(),
                () -> service.nameSubstitute(id, command, team.coordinatorA()));

        assertThat(works(id)).first().asString().startsWith("name-substitute COMPLETED");
        assertThat(stories.vote(id, team.deputyCoordinator(), Vote.ACCEPT_3).state())
                .isEqualTo(ReferralState.ACCEPTED);
    }

    @Test
    @Tag("REF-06")
    void asksTheChairOfTheBoardWhenNoCoordinatorIsLeft() {
        var id = stories.inScreening(team);
        assertThatThrownBy(() -> progress(id, team.chair())).isInstanceOf(NotFound.class);
        conflict(id, team.coordinatorA());
        conflict(id, team.deputyCoordinator());
        conflict(id, team.coordinatorB());

        assertThat(progress(id, team.chair()))
                .extracting(SeatProgress::state)
                .containsExactly(SeatState.EMPTY, SeatState.EMPTY, SeatState.OPEN);
        assertThatThrownBy(() -> view(id, team.chair())).isInstanceOf(NotFound.class);
        var command = new NameSubstitute("COORDINATOR_A", team.deputyInspector().personId());
        stories.as(team.chair(), () -> service.nameSubstitute(id, command, team.chair()));

        assertThat(ballotOf(id, team.deputyInspector()).seat()).isEqualTo("COORDINATOR_A");
    }

    @Test
    @Tag("REF-07")
    void asksVotersToConfirmAfterAnAnswer() throws SQLException {
        var id = stories.inScreening(team);
        stories.vote(id, team.coordinatorA(), Vote.ACCEPT_3);
        stories.ask(id, team.inspector());
        assertThatThrownBy(() -> stories.vote(id, team.coordinatorB(), Vote.ACCEPT_3))
                .isInstanceOf(RuleBroken.class);
        stories.answer(id, team.referrer());
        stories.vote(id, team.coordinatorB(), Vote.ACCEPT_3);

        assertThat(
                        stories.as(
                                        team.coordinatorA(),
                                        () -> service.confirmVote(id, team.coordinatorA()))
                                .state())
                .isEqualTo(ReferralState.ACCEPTED);
        assertThat(outbox(id))
                .containsSubsequence(
                        "MESSAGE referral.more-information",
                        "MESSAGE referral.clock-changed",
                        "COMPLETE Task_AnswerQuestions 1 - {\"panelRound\": 2}",
                        "MESSAGE referral.clock-changed",
                        "COMPLETE Task_Vote 2 COORDINATOR_B {\"vote\": \"ACCEPT_3\"}",
                        "COMPLETE Task_Vote 2 COORDINATOR_A {\"vote\": \"ACCEPT_3\"}");
    }

    @Test
    @Tag("REF-04")
    void decidesOnceWhenAllVoteAtTheSameMoment() throws Exception {
        var id = stories.inScreening(team);
        var votes = new ArrayList<Callable<ReferralState>>();
        for (var member : team.seats()) {
            votes.add(
                    () -> {
                        try {
                            return stories.vote(id, member, Vote.ACCEPT_2).state();
                        } catch (RuleBroken decidedMeanwhile) {
                            return ReferralState.ACCEPTED;
                        }
                    });
        }
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (var vote : pool.invokeAll(votes)) {
                assertThat(vote.get()).isIn(ReferralState.IN_SCREENING, ReferralState.ACCEPTED);
            }
        }

        assertThat(decision(id, team.coordinatorA()).counted()).hasSize(2);
        assertThat(outbox(id).stream().filter(row -> row.contains("Task_Vote"))).hasSize(2);
        assertThat(
                        rows(
                                """
                                select l.id from level_spell l join referral r on r.decision_id = l.decision_id
                                where r.id = '%s'
                                """
                                        .formatted(id)))
                .hasSize(1);
    }

    @Test
    @Tag("REF-04")
    void keepsADifferentViewWithTheDecision() {
        var id = stories.inScreening(team);
        stories.vote(id, team.coordinatorA(), Vote.ACCEPT_2);
        stories.vote(id, team.coordinatorB(), Vote.ACCEPT_2);
        assertThat(decision(id, team.inspector()).mayRecordView()).isTrue();

        stories.as(
                team.inspector(),
                () ->
                        service.recordDifferentView(
                                id,
                                new RecordDifferentView(Vote.DECLINE, "Not needed"),
                                team.inspector()));

        assertThat(decision(id, team.coordinatorA()).votes())
                .extracting(VoteView::standing)
                .contains(VoteView.Standing.AFTER_DECISION);
    }

    // ---- the end and the clock

    @Test
    @Tag("REF-04")
    void isWithdrawnByTheReferrerOrTheUnitOnly() throws SQLException {
        var id = stories.inScreening(team);
        assertThatThrownBy(
                        () ->
                                stories.as(
                                        team.inspector(),
                                        () -> service.withdraw(id, "Moved", team.inspector())))
                .isInstanceOf(NotFound.class);

        stories.as(team.referrer(), () -> service.withdraw(id, "Moved away", team.referrer()));

        assertThat(view(id, team.coordinatorA()).summary().state())
                .isEqualTo(ReferralState.WITHDRAWN);
        assertThat(outbox(id)).last().isEqualTo("MESSAGE referral.ended");
    }

    @Test
    @Tag("REF-11")
    void actsOnEachDeadlineOnceHoweverOftenTheEngineAsks() throws SQLException {
        var id = stories.inScreening(team);
        var system = Actor.system("referral.deadline-passed");
        var first = stories.as(system, () -> service.passDeadlines(id, system)).orElseThrow();
        assertThat(first).isAfter(clock());

        clock.moveTo(first);
        var second = stories.as(system, () -> service.passDeadlines(id, system)).orElseThrow();
        assertThat(second).isAfter(first);
        assertThat(works(id)).isEmpty();

        clock.moveTo(second);
        var third = stories.as(system, () -> service.passDeadlines(id, system)).orElseThrow();
        assertThat(stories.as(system, () -> service.passDeadlines(id, system))).contains(third);
        assertThat(works(id)).hasSize(1).first().asString().startsWith("chase-panel OPEN");

        assertThat(notices(id, "BALLOT_REMINDER")).isEqualTo(3);
        assertThat(notices(id, "CHASE_PANEL")).isEqualTo(3); // two coordinators and their deputy

        clock.moveTo(third);
        assertThat(stories.as(system, () -> service.passDeadlines(id, system))).isEmpty();
        assertThat(events(id, "referral-seats-reminded")).isEqualTo(1);
        assertThat(events(id, "referral-panel-late")).isEqualTo(1);
        assertThat(events(id, "referral-chair-told")).isEqualTo(1);

        assertThat(notices(id, "ESCALATION")).isEqualTo(1);

        stories.as(team.coordinatorA(), () -> service.remindSeats(id, team.coordinatorA()));
        assertThat(works(id)).first().asString().startsWith("chase-panel COMPLETED");
    }

    private java.time.Instant clock() {
        return stories.clock().instant();
    }

    @Test
    @Tag("REF-11")
    void isClosedByTheUnitWhenNobodyGoesOn() {
        var draft = stories.draft(team);
        assertThatThrownBy(
                        () ->
                                stories.as(
                                        team.coordinatorA(),
                                        () -> service.expire(draft, team.coordinatorA())))
                .isInstanceOf(RuleBroken.class);

        clock.move(Duration.ofDays(91));
        assertThat(tab(ReferralTab.DRAFTS, team.coordinatorA())).contains(draft);
        assertThat(
                        stories.as(
                                        team.coordinatorA(),
                                        () -> service.expire(draft, team.coordinatorA()))
                                .state())
                .isEqualTo(ReferralState.EXPIRED);
    }

    @Test
    @Tag("REF-11")
    void givesTheReferrerMoreTime() throws SQLException {
        var id = stories.inScreening(team);
        stories.ask(id, team.coordinatorA());
        var due = view(id, team.coordinatorB()).answerDueOn();
        stories.as(
                team.administrator(),
                () -> service.extendAnswer(id, due.plusDays(7), team.administrator()));

        assertThat(view(id, team.referrer()).answerDueOn()).isEqualTo(due.plusDays(7));
        assertThat(outbox(id)).last().isEqualTo("MESSAGE referral.clock-changed");
    }

    // ---- what others may see

    @Test
    @Tag("ACC-02")
    void isNotThereForAnotherArea() {
        var id = stories.inScreening(team);
        var others = stories.team("RG");

        for (var other : List.of(others.coordinatorA(), others.inspector(), others.referrer())) {
            assertThatThrownBy(() -> view(id, other)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void isHiddenByTheDatabaseItselfWithoutARelation() throws SQLException {
        var id = stories.inScreening(team);
        try (var connection = RealParts.as("mappa_app");
                var statement = connection.createStatement()) {
            for (var table : List.of("referral", "panel_vote", "referral_seat")) {
                var rows = statement.executeQuery("select count(*) from " + table);
                rows.next();
                assertThat(rows.getLong(1)).as(table).isZero();
            }
            assertThatThrownBy(
                            () ->
                                    statement.executeUpdate(
                                            "update panel_vote set reason = 'Another'"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(view(id, team.referrer())).isNotNull();
    }

    @Test
    void showsTheScreeningPageToMembersAndTheUnit() {
        var id = stories.inScreening(team);
        stories.vote(id, team.inspector(), Vote.ACCEPT_2);

        var mine = stories.as(team.inspector(), () -> service.screening(team.inspector())).open();
        var line =
                mine.stream()
                        .filter(one -> one.referral().id().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.mine()).isEqualTo(SeatState.VOTED);
        assertThat(line.seats()).isEmpty();

        var unit =
                stories.as(team.administrator(), () -> service.screening(team.administrator()))
                        .open();
        assertThat(
                        unit.stream()
                                .filter(one -> one.referral().id().equals(id))
                                .findFirst()
                                .orElseThrow()
                                .seats())
                .hasSize(3);
    }

    // ---- helpers

    private void conflict(UUID id, Actor member) {
        stories.as(member, () -> service.declareConflict(id, "A neighbour", member));
    }

    private ReferralView view(UUID id, Actor actor) {
        return stories.as(actor, () -> service.view(id, actor));
    }

    private ReferralView.SectionView section(UUID id, Section section) {
        return view(id, team.referrer()).sections().stream()
                .filter(one -> one.section() == section)
                .findFirst()
                .orElseThrow();
    }

    private BallotView ballotOf(UUID id, Actor actor) {
        return stories.as(actor, () -> service.ballot(id, actor));
    }

    private DecisionView decision(UUID id, Actor actor) {
        return stories.as(actor, () -> service.decision(id, actor));
    }

    private List<SeatProgress> progress(UUID id, Actor actor) {
        return stories.as(actor, () -> service.progress(id, actor));
    }

    private List<UUID> tab(ReferralTab tab, Actor actor) {
        return stories.as(actor, () -> service.list(tab, null, actor)).referrals().stream()
                .map(ReferralSummary::id)
                .toList();
    }

    private static List<String> outbox(UUID id) throws SQLException {
        return rows(
                """
                select case command when 'COMPLETE'
                    then concat_ws(' ', command, name, round, coalesce(seat, '-'), variables::text)
                    else command || ' ' || name end
                from outbox where thing_id = '%s' order by sequence
                """
                        .formatted(id));
    }

    private static List<String> works(UUID id) throws SQLException {
        return rows(
                "select kind || ' ' || state || ' ' || due_on from work_item where thing_id = '%s' order by opened_at desc"
                        .formatted(id));
    }

    private static long events(UUID id, String event) throws SQLException {
        return Long.parseLong(
                rows("select count(*)::text from audit_event where event = '%s' and '%s' = any (subject_ids)"
                                .formatted(event, id))
                        .getFirst());
    }

    private static long notices(UUID id, String kind) throws SQLException {
        return Long.parseLong(
                rows("select count(*)::text from notice where thing_id = '%s' and kind = '%s'"
                                .formatted(id, kind))
                        .getFirst());
    }

    private static List<String> rows(String query) throws SQLException {
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
