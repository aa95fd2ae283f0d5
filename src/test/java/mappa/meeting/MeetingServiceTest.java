package mappa.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Meetings on PostgreSQL, without an engine: from acceptance to the next review.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MeetingServiceTest {

    @Inject MeetingStories stories;
    @Inject MeetingService service;
    @Inject InvitationService invitations;
    @Inject MovedClock clock;
    @Inject TestPeople people;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("MS");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("REF-09")
    void acceptanceMakesTheFirstMeetingDue() {
        var cycle = stories.cycle(circle, stories.accepted(circle, 2));
        assertThat(cycle.level()).isEqualTo(2);
        assertThat(cycle.dueOn()).isAfter(stories.today());
        assertThat(outbox(cycle.id())).containsExactly("START meeting.cycle-started");
    }

    @Test
    @Tag("MTG-02")
    void aReviewIsDueExactly112DaysOnAtLevel2() {
        var caseId = stories.accepted(circle, 2);
        hold(caseId, "STAY", null);
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(stories.today().plusDays(112));
        assertThat(stories.cycle(circle, caseId).rule()).isEqualTo("MTG-02");
    }

    @Test
    @Tag("MTG-03")
    void andExactly56DaysOnAtLevel3() {
        var caseId = stories.accepted(circle, 3);
        hold(caseId, "STAY", null);
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(stories.today().plusDays(56));
    }

    @Test
    @Tag("MTG-05")
    void theChairsEarlierDateWins() {
        var caseId = stories.accepted(circle, 2);
        hold(caseId, "STAY", 40);
        var cycle = stories.cycle(circle, caseId);
        assertThat(cycle.dueOn()).isEqualTo(stories.today().plusDays(40));
        assertThat(cycle.rule()).isEqualTo("MTG-05");
    }

    @Test
    @Tag("MTG-05")
    void aDatePastTheLimitIsNoneForTheChair() {
        var caseId = stories.accepted(circle, 2);
        var id = stories.started(circle, caseId, 1);
        stories.complete(circle, id, "STAY", stories.today().plusDays(200));
        assertThatThrownBy(() -> stories.close(circle, id))
                .isInstanceOfSatisfying(
                        NotReady.class,
                        e ->
                                assertThat(e.blockers())
                                        .extracting(Blocker::message)
                                        .containsExactly("meeting.blocks.next-past-limit"));
    }

    @Test
    @Tag("LVL-09")
    void fromLevel3ToLevel2TheLimitIsTheNewOne() {
        var caseId = stories.accepted(circle, 3);
        hold(caseId, "LEVEL_2", null);
        var cycle = stories.cycle(circle, caseId);
        assertThat(cycle.level()).isEqualTo(2);
        assertThat(cycle.dueOn()).isEqualTo(stories.today().plusDays(112));
    }

    @Test
    @Tag("LVL-10")
    void anExitEndsTheCycle() {
        var caseId = stories.accepted(circle, 2);
        var cycle = stories.cycle(circle, caseId).id();
        hold(caseId, "EXIT", null);
        var ended = stories.as(circle.unit(), () -> service.cycle(cycle, circle.unit()));
        assertThat(ended.ended()).isTrue();
        assertThat(stories.as(circle.unit(), () -> service.cycleOf(caseId, circle.unit())))
                .isEmpty();
        assertThat(outbox(cycle).getLast()).isEqualTo("COMPLETE Task_HoldMeeting");
    }

    @Test
    @Tag("MTG-01")
    void closingIsRefusedWithAllThatIsMissingAndNothingChanges() {
        var id = stories.started(circle, stories.accepted(circle, 3), 1);
        assertThatThrownBy(() -> stories.close(circle, id))
                .isInstanceOfSatisfying(
                        NotReady.class,
                        e ->
                                assertThat(e.blockers())
                                        .extracting(blocker -> blocker.rule().id())
                                        .containsExactly(
                                                "MTG-12", "MTG-09", "VIC-05", "RSK-01", "RMP-06",
                                                "RMP-06", "RMP-06", "RMP-06", "RMP-09", "RMP-09",
                                                "DIS-14", "LVL-09", "LVL-11", "IND-04"));
        assertThat(stories.meeting(circle, id).state()).isEqualTo(MeetingState.STARTED);
    }

    @Test
    @Tag("MTG-09")
    void withoutQuorumItIsHeldAgainWithinTenWorkingDays() {
        var caseId = stories.accepted(circle, 2);
        var id = stories.started(circle, caseId, 1);
        as(circle.chair(), () -> service.adjourn(id, "No police", circle.chair()));
        var cycle = stories.cycle(circle, caseId);
        assertThat(cycle.ahead()).isNull();
        assertThat(cycle.dueOn()).isBeforeOrEqualTo(stories.today().plusDays(18));
        assertThat(cycle.lastHeldOn()).isNull();
    }

    @Test
    @Tag("REF-12")
    void aDatePastTheLimitIsRefusedWhileOneInTimeIsPossible() {
        var caseId = stories.accepted(circle, 2);
        assertThatThrownBy(() -> stories.arranged(circle, caseId, 300))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.rule().id()).isEqualTo("REF-12"));
        assertThat(stories.cycle(circle, caseId).ahead()).isNull();
    }

    @Test
    @Tag("MTG-07")
    void aCoreAgencyIsLeftOutOnlyWithAReason() {
        var id = stories.arranged(circle, stories.accepted(circle, 2), 5);
        var police = circle.agencies().getFirst();
        var others =
                circle.agencies().subList(1, 3).stream()
                        .map(agency -> new SendInvitations.Asked(agency, Relevance.CORE))
                        .toList();
        assertThatThrownBy(
                        () ->
                                as(
                                        circle.unit(),
                                        () ->
                                                service.invite(
                                                        id,
                                                        new SendInvitations(others, Map.of()),
                                                        circle.unit())))
                .isInstanceOf(RuleBroken.class);
        as(
                circle.unit(),
                () ->
                        service.invite(
                                id,
                                new SendInvitations(others, Map.of(police, "Sends a report")),
                                circle.unit()));
        assertThat(stories.meeting(circle, id).invitations()).hasSize(2);
    }

    @Test
    @Tag("MTG-10")
    void anAgencySeesItsOwnInvitationAndReturnAndNoOther() {
        var id = stories.invited(circle, stories.accepted(circle, 2), 5);
        var invited = stories.meeting(circle, id).invitations();
        var housing = circle.spocs().get(2);
        var own = of(invited, housing);
        var police = of(invited, circle.spocs().get(0));
        var information =
                new SendReturn(
                        ReturnKind.INFORMATION,
                        Map.of(
                                "systemsChecked",
                                "Housing register",
                                "checkedOn",
                                stories.today().toString(),
                                "facts",
                                "A tenancy"));
        as(housing, () -> invitations.sendReturn(own, information, housing));
        assertThat(stories.as(housing, () -> invitations.returns(own, housing))).hasSize(1);
        assertThatThrownBy(() -> stories.as(housing, () -> invitations.invitation(police, housing)))
                .isInstanceOf(NotFound.class);
        var officer = circle.spocs().get(0);
        assertThatThrownBy(() -> stories.as(officer, () -> invitations.returns(own, officer)))
                .isInstanceOf(NotFound.class);
        var seen = stories.as(housing, () -> service.meeting(id, housing)).invitations();
        assertThat(seen).extracting(InvitationView::id).containsExactly(own);
        assertThat(stories.as(circle.chair(), () -> invitations.returns(own, circle.chair())))
                .hasSize(1);
    }

    @Test
    @Tag("MTG-10")
    void nothingKnownIsAnswerAndReturnAtOnce() {
        var caseId = stories.accepted(circle, 2);
        var id = stories.invited(circle, caseId, 5);
        var housing = circle.spocs().get(2);
        var own = of(stories.meeting(circle, id).invitations(), housing);
        stories.answer(
                housing,
                own,
                new AnswerInvitation(
                        InvitationAnswer.NOTHING_KNOWN,
                        null,
                        null,
                        "Housing register",
                        stories.today()));
        var view = stories.as(housing, () -> invitations.invitation(own, housing));
        assertThat(view.answered()).isTrue();
        assertThat(view.returned()).isTrue();
        assertThat(outbox(stories.cycle(circle, caseId).id()))
                .contains("COMPLETE Task_AnswerInvitation", "COMPLETE Task_SendReturn");
    }

    @Test
    void aMovedMeetingIsAnsweredAgainAndKeepsItsReturns() {
        var caseId = stories.accepted(circle, 2);
        var id = stories.invited(circle, caseId, 5);
        var housing = circle.spocs().get(2);
        var own = of(stories.meeting(circle, id).invitations(), housing);
        stories.answer(
                housing,
                own,
                new AnswerInvitation(
                        InvitationAnswer.NOTHING_KNOWN, null, null, "Register", stories.today()));
        as(
                circle.unit(),
                () -> service.move(id, stories.at(circle, 6), "Room taken", circle.unit()));
        var moved = stories.meeting(circle, id);
        assertThat(moved.changes()).isEqualTo(1);
        assertThat(moved.answered()).isZero();
        assertThat(moved.returned()).isEqualTo(1);
        var sent = outbox(stories.cycle(circle, caseId).id());
        assertThat(sent.subList(sent.indexOf("MESSAGE meeting.rearranged"), sent.size()))
                .containsExactly(
                        "MESSAGE meeting.rearranged",
                        "COMPLETE Task_Arrange",
                        "COMPLETE Task_SendInvitations",
                        "COMPLETE Task_SendReturn");
    }

    @Test
    void twoWritersOfOneFieldKeepBothTexts() {
        var id = stories.started(circle, stories.accepted(circle, 2), 1);
        stories.write(circle.unit(), id, RecordSection.MEDIA, "line", "First", 0);
        var seen = stories.write(circle.chair(), id, RecordSection.MEDIA, "line", "Second", 0);
        var entry = seen.entry(RecordSection.MEDIA, "line").orElseThrow();
        assertThat(entry.value()).isEqualTo("First");
        assertThat(entry.others()).extracting(RecordView.Other::value).containsExactly("Second");
    }

    @Test
    void othersDoNotSeeTheMeeting() {
        var id = stories.invited(circle, stories.accepted(circle, 2), 5);
        var elsewhere = stories.circle("MT");
        for (var stranger :
                List.of(elsewhere.unit(), elsewhere.chair(), elsewhere.spocs().getFirst())) {
            assertThatThrownBy(() -> stories.as(stranger, () -> service.meeting(id, stranger)))
                    .isInstanceOf(NotFound.class);
        }
    }

    private void hold(UUID caseId, String level, Integer nextInDays) {
        var id = stories.invited(circle, caseId, 1);
        clock.move(java.time.Duration.ofDays(1));
        as(circle.chair(), () -> service.start(id, null, circle.chair()));
        stories.complete(
                circle,
                id,
                level,
                nextInDays == null ? null : stories.today().plusDays(nextInDays));
        stories.close(circle, id);
    }

    private static UUID of(List<InvitationView> invited, Actor spoc) {
        return invited.stream()
                .filter(one -> one.agencyId().equals(spoc.agency()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void as(Actor actor, Runnable work) {
        people.as(actor, work);
    }

    /// Commands for the engine about a cycle, in order.
    static List<String> outbox(UUID cycle) {
        try (var connection = RealParts.as("mappa_owner");
                var statement =
                        connection.prepareStatement(
                                "select command || ' ' || name from outbox where thing_id = ? order by sequence")) {
            statement.setObject(1, cycle);
            var found = new java.util.ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
