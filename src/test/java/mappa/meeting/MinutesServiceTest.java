package mappa.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.document.Block;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Minutes on PostgreSQL, without an engine: from the closing to the last addendum.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MinutesServiceTest {

    private static final String VICTIM_WORDS = "The VLO speaks for two people.";

    @Inject MeetingStories stories;
    @Inject MinutesService service;
    @Inject TestPeople people;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("MN");
    }

    @Test
    @Tag("MIN-03")
    void closingMakesTheMinutesDueOnTheAreasWorkingDays() {
        var minutes = view(circle.unit(), closed());
        assertThat(minutes.state()).isEqualTo(MinutesState.DRAFT);
        assertThat(minutes.summary().draftDueOn()).isAfter(minutes.summary().heldOn());
        assertThat(minutes.summary().dueOn()).isAfter(minutes.summary().draftDueOn());
    }

    @Test
    @Tag("MIN-02")
    @Tag("MTG-11")
    void aDraftIsTheRecordInTheOrderOfTheForm() {
        var id = closed();
        write(id, RecordSection.VICTIMS, VICTIM_WORDS, 0);
        var minutes = view(circle.unit(), id);
        assertThat(minutes.parts().subList(2, minutes.parts().size()))
                .extracting(part -> part.key())
                .containsExactlyElementsOf(
                        List.of(RecordSection.values()).stream().map(RecordSection::path).toList());
        assertThat(said(minutes, "victims")).contains(VICTIM_WORDS, "Considered, none known");
        assertThat(said(minutes, "level")).contains("As the plan needs");
        assertThat(said(minutes, "attendance")).contains("Police", "Probation", "Housing");
        assertThat(said(minutes, "handling")).contains("R-MIN-06", "R-MIN-08");
    }

    @Test
    @Tag("MIN-01")
    void twoWritersOfOneSectionAreTold() {
        var id = closed();
        write(id, RecordSection.MEDIA, "First", 0);
        assertThatThrownBy(() -> write(id, RecordSection.MEDIA, "Second", 0))
                .isInstanceOf(Changed.class);
        assertThat(said(view(circle.unit(), id), "media"))
                .contains("First")
                .doesNotContain("Second");
    }

    @Test
    @Tag("MIN-01")
    void whatTheChairGivesBackIsAnotherDraft() {
        var id = closed();
        send(id);
        assertThatThrownBy(
                        () -> as(circle.chair(), () -> service.giveBack(id, " ", circle.chair())))
                .isInstanceOf(Invalid.class);
        as(circle.chair(), () -> service.giveBack(id, "Name the measures", circle.chair()));
        var back = view(circle.unit(), id);
        assertThat(back.state()).isEqualTo(MinutesState.DRAFT);
        assertThat(back.summary().draft()).isEqualTo(2);
        assertThat(back.notes()).isEqualTo("Name the measures");
        send(id);
        approve(id);
        var commands = completed(cycle(id));
        assertThat(commands)
                .containsExactly(
                        "Task_DraftMinutes 1 1 {}",
                        "Task_ApproveMinutes 1 1 {\"draft\": 2, \"approved\": false}",
                        "Task_DraftMinutes 1 2 {}",
                        "Task_ApproveMinutes 1 2 {\"approved\": true}");
    }

    @Test
    @Tag("MIN-11")
    void afterTheApprovalNothingChanges() {
        var id = closed();
        write(id, RecordSection.VICTIMS, VICTIM_WORDS, 0);
        approved(id);
        var before = view(circle.unit(), id).parts();
        assertThatThrownBy(() -> write(id, RecordSection.VICTIMS, "Other", 1))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.rule().id()).isEqualTo("MIN-11"));
        assertThatThrownBy(() -> send(id)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> approve(id)).isInstanceOf(RuleBroken.class);
        for (var change :
                List.of(
                        "update minutes set approved_at = now() where id = '%s'",
                        "update minutes set state = 'DRAFT', approved_at = null, approved_by = null where id = '%s'",
                        "update minutes_text set text = 'Other' where minutes_id = '%s'",
                        "update minutes_section set content = '[]' where minutes_id = '%s'")) {
            assertThatThrownBy(() -> MeetingStories.execute(change.formatted(id)))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("min_11");
        }
        // nor does it follow what the record would say now
        MeetingStories.execute(
                "update record_entry set value = 'Another rationale' where field = 'rationale' and meeting_id = '%s'"
                        .formatted(view(circle.unit(), id).summary().meetingId()));
        assertThat(view(circle.unit(), id).parts()).isEqualTo(before);
    }

    @Test
    @Tag("MIN-01")
    void nobodyApprovesWhatTheyWroteWhereTheAreaAsksForTwoPeople() {
        var id = closed();
        // the chair drafts in the unit's stead
        write(id, RecordSection.MEDIA, "A line", 0);
        MeetingStories.execute(
                "update minutes_text set saved_by = '%s' where minutes_id = '%s'"
                        .formatted(circle.chair().personId(), id));
        send(id);
        assertThatThrownBy(() -> approve(id))
                .isInstanceOfSatisfying(
                        RuleBroken.class, e -> assertThat(e.rule().id()).isEqualTo("MIN-01"));
        assertThat(view(circle.unit(), id).state()).isEqualTo(MinutesState.CHAIR_REVIEW);
    }

    @Test
    @Tag("MIN-07")
    @Tag("INF-02")
    void anAgencyReadsNothingBeforeAndOnlyWhatIsGivenAfterwards() {
        var id = closed();
        write(id, RecordSection.VICTIMS, VICTIM_WORDS, 0);
        approved(id);
        var police = circle.spocs().get(0);
        var housing = circle.spocs().get(2);
        for (var spoc : circle.spocs()) {
            assertThatThrownBy(() -> view(spoc, id)).isInstanceOf(NotFound.class);
        }
        distribute(
                id,
                Map.of(police.agency(), Set.of(), housing.agency(), Set.of(RecordSection.VICTIMS)));
        assertThat(said(view(police, id), "victims")).contains(VICTIM_WORDS);
        var held = view(housing, id);
        assertThat(held.parts()).noneMatch(part -> part.key().equals("victims"));
        assertThat(held.heldBack()).containsExactly(RecordSection.VICTIMS);
        assertThat(held.texts()).isEmpty();
        assertThat(view(police, id).heldBack()).isEmpty();
        assertThatThrownBy(() -> view(circle.spocs().get(1), id)).isInstanceOf(NotFound.class);
        assertThat(completed(cycle(id)).getLast()).isEqualTo("Task_DistributeMinutes 1 null {}");
    }

    @Test
    @Tag("MIN-07")
    void eachPersonIsToldOnceAndEachIsOneRowOfTheSharingLog() {
        var id = closed();
        approved(id);
        var police = circle.spocs().get(0);
        var housing = circle.spocs().get(2);
        distribute(id, Map.of(police.agency(), Set.of(), housing.agency(), Set.of()));
        assertThat(notices(id, "MINUTES_READY"))
                .containsExactlyInAnyOrder(police.personId(), housing.personId());
        assertThat(events(id, "minutes-distributed")).isEqualTo(2);
        assertThatThrownBy(() -> distribute(id, Map.of(police.agency(), Set.of())))
                .isInstanceOf(RuleBroken.class);
        assertThat(notices(id, "MINUTES_READY")).hasSize(2);
    }

    @Test
    @Tag("INF-05")
    void aGuestWithoutAnAgreementGetsNothingAndThenNobodyDoes() {
        var id = closed();
        approved(id);
        var police = circle.spocs().get(0);
        var housing = circle.spocs().get(2);
        var kind = kind(housing.agency());
        MeetingStories.execute(
                "update agency set kind = 'INVITED', body = null where id = '%s'"
                        .formatted(housing.agency()));
        try {
            assertThatThrownBy(
                            () ->
                                    distribute(
                                            id,
                                            Map.of(
                                                    police.agency(),
                                                    Set.of(),
                                                    housing.agency(),
                                                    Set.of())))
                    .isInstanceOfSatisfying(
                            RuleBroken.class, e -> assertThat(e.rule().id()).isEqualTo("INF-05"));
            assertThat(notices(id, "MINUTES_READY")).isEmpty();
            assertThatThrownBy(() -> view(police, id)).isInstanceOf(NotFound.class);
        } finally {
            MeetingStories.execute(
                    "update agency set kind = '%s' where id = '%s'"
                            .formatted(kind, housing.agency()));
        }
    }

    @Test
    @Tag("MIN-11")
    void anAddendumIsAddedAndWhoeverHasTheMinutesIsTold() {
        var id = closed();
        var addendum = new AddAddendum(RecordSection.VICTIMS, "Three people", "Miscounted");
        assertThatThrownBy(
                        () ->
                                as(
                                        circle.unit(),
                                        () -> service.addAddendum(id, addendum, circle.unit())))
                .isInstanceOf(RuleBroken.class);
        approved(id);
        var police = circle.spocs().get(0);
        var housing = circle.spocs().get(2);
        distribute(
                id,
                Map.of(police.agency(), Set.of(), housing.agency(), Set.of(RecordSection.VICTIMS)));
        var before = view(police, id).parts();
        as(circle.unit(), () -> service.addAddendum(id, addendum, circle.unit()));
        var read = view(police, id);
        assertThat(read.parts()).isEqualTo(before);
        assertThat(read.addenda())
                .extracting(MinutesView.Addendum::number, MinutesView.Addendum::what)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "Three people"));
        // who does not get the section does not get its correction
        assertThat(view(housing, id).addenda()).isEmpty();
        assertThat(notices(id, "MINUTES_CORRECTED")).containsExactly(police.personId());
    }

    @Test
    @Tag("SEC-01")
    void theUnitAndTheChairOfAnotherAreaSeeNothing() {
        var id = closed();
        approved(id);
        var elsewhere = stories.circle("MO");
        for (var stranger : List.of(elsewhere.unit(), elsewhere.chair())) {
            assertThatThrownBy(() -> view(stranger, id)).isInstanceOf(NotFound.class);
            assertThat(stories.as(stranger, () -> service.list(stranger)))
                    .noneMatch(one -> one.id().equals(id));
        }
        var otherChair =
                people.person("MN-other-chair", Role.CHAIR, "MN", circle.agencies().get(0));
        assertThatThrownBy(() -> view(otherChair, id)).isInstanceOf(NotFound.class);
    }

    // ---- steps

    private UUID closed() {
        var caseId = stories.accepted(circle, 2);
        var meeting = stories.started(circle, caseId, 1);
        stories.complete(circle, meeting, "STAY", null);
        stories.close(circle, meeting);
        return stories.as(circle.unit(), () -> service.ofMeeting(meeting, circle.unit()))
                .orElseThrow()
                .id();
    }

    private void write(UUID id, RecordSection section, String text, int read) {
        as(circle.unit(), () -> service.write(id, section, text, read, circle.unit()));
    }

    private void send(UUID id) {
        as(circle.unit(), () -> service.sendToChair(id, circle.unit()));
    }

    private void approve(UUID id) {
        as(circle.chair(), () -> service.approve(id, circle.chair()));
    }

    private void approved(UUID id) {
        send(id);
        approve(id);
    }

    private void distribute(UUID id, Map<UUID, Set<RecordSection>> to) {
        var command =
                new DistributeMinutes(
                        to.entrySet().stream()
                                .map(one -> new DistributeMinutes.To(one.getKey(), one.getValue()))
                                .toList());
        as(circle.unit(), () -> service.distribute(id, command, circle.unit()));
    }

    private void as(Actor actor, Runnable work) {
        people.as(actor, work);
    }

    private MinutesView view(Actor actor, UUID id) {
        return stories.as(actor, () -> service.minutes(id, actor));
    }

    private UUID cycle(UUID id) {
        return view(circle.unit(), id).cycleId();
    }

    private static String said(MinutesView minutes, String key) {
        var words = new ArrayList<String>();
        minutes.parts().stream()
                .filter(part -> part.key().equals(key))
                .flatMap(part -> part.blocks().stream())
                .map(Block::rows)
                .forEach(rows -> rows.forEach(words::addAll));
        return String.join("|", words);
    }

    // ---- what stands in the database

    private static List<String> completed(UUID cycle) {
        return strings(
                "select name || ' ' || round || ' ' || coalesce(seat, 'null') || ' ' || variables"
                        + " from outbox where thing_id = '%s' and name like '%%Minutes' order by sequence"
                                .formatted(cycle));
    }

    private static List<UUID> notices(UUID id, String kind) {
        return strings(
                        "select recipient_id::text from notice where thing_id = '%s' and kind = '%s'"
                                .formatted(id, kind))
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private static int events(UUID id, String event) {
        return strings(
                        "select event from audit_event where operation = 'DISCLOSE' and event = '%s' and '%s' = any (subject_ids)"
                                .formatted(event, id))
                .size();
    }

    private static String kind(UUID agency) {
        return strings("select kind from agency where id = '%s'".formatted(agency)).getFirst();
    }

    private static List<String> strings(String query) {
        try (var connection = RealParts.as("mappa_owner");
                var rows = connection.createStatement().executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
