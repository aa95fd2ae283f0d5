package mappa.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Work on real PostgreSQL, as its people and features meet it.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class WorkItemServiceTest {

    private static final String AREA = "TK";
    private static final LocalDate SOON = LocalDate.of(2026, 4, 9);
    private static final Actor SYSTEM = Actor.system("task.open");

    @Inject WorkItemService service;
    @Inject WorkItems items;
    @Inject Grants grants;
    @Inject TestPeople people;
    @Inject EntityManager entities;

    private final UUID thing = UuidCreator.getTimeOrderedEpoch();
    private Actor coordinator;
    private Actor colleague;
    private Actor referrer;

    @BeforeEach
    void meet() {
        coordinator = people.person("task.coordinator", Role.MAPPA_COORDINATOR, AREA);
        colleague = people.person("task.colleague", Role.MAPPA_ADMINISTRATOR, AREA);
        var agency = people.agency(AREA, "Probation");
        referrer = people.person("task.referrer", Role.REFERRER, AREA, agency);
        people.as(SYSTEM, () -> grant(Principals.unit(AREA), Relation.UNIT));
    }

    @Test
    void isOpenedOnceAndSeenByThoseItIsAskedOf() {
        var id = open("chase-the-panel", forUnit(SOON));
        assertThat(open("chase-the-panel", forUnit(SOON))).isEqualTo(id);

        assertThat(listed(TaskView.AVAILABLE, coordinator)).contains(id);
        assertThat(listed(TaskView.MINE, coordinator)).doesNotContain(id);
        assertThat(listed(TaskView.AVAILABLE, referrer)).doesNotContain(id);
        assertThatThrownBy(() -> history(id, referrer)).isInstanceOf(NotFound.class);
        var history = history(id, coordinator);
        assertThat(history.lines())
                .extracting(WorkItemHistory.Line::change)
                .containsExactly(Change.OPENED);
        assertThat(history.item().path()).isEqualTo("/referrals/1");
    }

    @Test
    @Tag("ACT-07")
    void isHeldByOneAtATime() {
        var id = open("chase-the-panel", forUnit(SOON));
        as(coordinator, () -> service.take(id, coordinator));
        as(coordinator, () -> service.take(id, coordinator));

        assertThat(listed(TaskView.MINE, coordinator)).contains(id);
        assertThat(listed(TaskView.AVAILABLE, colleague)).doesNotContain(id);
        assertThat(listed(TaskView.TEAM, colleague)).contains(id);
        assertRefused("task.taken", () -> as(colleague, () -> service.take(id, colleague)));
        assertRefused("task.not-yours", () -> as(colleague, () -> service.putBack(id, colleague)));

        as(coordinator, () -> service.putBack(id, coordinator));
        as(colleague, () -> service.take(id, colleague));
        assertThat(history(id, coordinator).lines())
                .extracting(WorkItemHistory.Line::change)
                .containsExactly(Change.OPENED, Change.TAKEN, Change.PUT_BACK, Change.TAKEN);
        assertThat(history(id, coordinator).item().holderName()).isEqualTo("task.colleague");
    }

    @Test
    @Tag("ACC-01")
    void isGivenOnlyToSomebodyWhoMaySeeTheThing() {
        var id = open("chase-the-panel", forUnit(SOON));
        var recipients = as(coordinator, () -> service.recipients(id, coordinator));
        assertThat(recipients)
                .extracting(Recipient::person)
                .contains(coordinator.person(), colleague.person())
                .doesNotContain(referrer.person());
        var version = history(id, coordinator).item().version();

        assertRefused(
                "task.no-access",
                () ->
                        as(
                                coordinator,
                                () -> service.give(id, referrer.personId(), version, coordinator)));
        as(coordinator, () -> service.give(id, colleague.personId(), version, coordinator));
        assertThat(listed(TaskView.MINE, colleague)).contains(id);
        assertThatThrownBy(
                        () ->
                                as(
                                        coordinator,
                                        () ->
                                                service.give(
                                                        id,
                                                        coordinator.personId(),
                                                        version,
                                                        coordinator)))
                .isInstanceOf(Changed.class);
    }

    @Test
    @Tag("ACC-03")
    void isHiddenFromSomebodyWhoIsShutOutOfTheThing() {
        var id = open("chase-the-panel", forUnit(SOON));
        people.as(
                SYSTEM,
                () ->
                        inTransaction(
                                () ->
                                        grants.exclude(
                                                colleague.personId(),
                                                thing,
                                                "CONFLICT_OF_INTEREST")));

        assertThat(listed(TaskView.AVAILABLE, colleague)).doesNotContain(id);
        assertThatThrownBy(() -> as(colleague, () -> service.take(id, colleague)))
                .isInstanceOf(NotFound.class);
        assertThat(as(coordinator, () -> service.recipients(id, coordinator)))
                .extracting(Recipient::person)
                .doesNotContain(colleague.person());
        // The second wall alone: a query without any predicate.
        var bare =
                as(
                        colleague,
                        () ->
                                inTransaction(
                                        () ->
                                                entities.createQuery(
                                                                "select w.id from WorkItem w where w.id = :id",
                                                                UUID.class)
                                                        .setParameter("id", id)
                                                        .getResultList()));
        assertThat(bare).isEmpty();
    }

    @Test
    void ofAKindThatNoPageKnowsIsDoneHereWithANote() {
        var id =
                open(
                        "second-opinion",
                        new TaskDetails(
                                AREA, null, "TK/1", null, List.of(), null, null, null, null));
        var item = history(id, coordinator).item();
        assertThat(item.path()).isEqualTo("/tasks/" + id);
        assertThatThrownBy(
                        () ->
                                as(
                                        coordinator,
                                        () ->
                                                service.finish(
                                                        id, "  ", item.version(), coordinator)))
                .isInstanceOf(Invalid.class);

        as(
                coordinator,
                () -> service.finish(id, " Asked and answered. ", item.version(), coordinator));

        var done = history(id, coordinator);
        assertThat(done.item().state()).isEqualTo(WorkItemState.COMPLETED);
        assertThat(done.note()).isEqualTo("Asked and answered.");
        assertThat(done.item().closedByName()).isEqualTo("task.coordinator");
        assertThat(listed(TaskView.DONE, colleague)).contains(id);
        assertThat(listed(TaskView.TEAM, colleague)).doesNotContain(id);
        assertRefused("task.closed", () -> as(coordinator, () -> service.take(id, coordinator)));
    }

    @Test
    void withAPageOfItsOwnIsNotDoneHere() {
        var id = open("chase-the-panel", forUnit(SOON));
        var version = history(id, coordinator).item().version();
        assertRefused(
                "task.done-elsewhere",
                () -> as(coordinator, () -> service.finish(id, "Done.", version, coordinator)));
    }

    @Test
    void isCompletedWithdrawnAndReassignedByTheFeature() {
        var first = open("one", forUnit(SOON));
        var second = open("two", forUnit(SOON));
        var third = open("three", forUnit(SOON));

        as(
                coordinator,
                () ->
                        inTransaction(
                                () -> {
                                    assertThat(
                                                    service.completeFor(
                                                            thing,
                                                            "one",
                                                            1,
                                                            null,
                                                            "DONE",
                                                            coordinator))
                                            .isTrue();
                                    assertThat(
                                                    service.completeFor(
                                                            thing,
                                                            "one",
                                                            1,
                                                            null,
                                                            "DONE",
                                                            coordinator))
                                            .isFalse();
                                    assertThat(
                                                    service.completeFor(
                                                            thing,
                                                            "never-asked",
                                                            1,
                                                            null,
                                                            "DONE",
                                                            coordinator))
                                            .isFalse();
                                    assertThat(service.withdraw(thing, "two", coordinator))
                                            .isEqualTo(1);
                                    var to =
                                            new Assignment(
                                                    List.of(Principals.person(referrer.personId())),
                                                    referrer.person(),
                                                    null);
                                    assertThat(
                                                    service.reassign(
                                                            thing,
                                                            "three",
                                                            1,
                                                            null,
                                                            to,
                                                            coordinator))
                                            .isTrue();
                                    assertThat(
                                                    service.changeDue(
                                                            thing,
                                                            "three",
                                                            SOON.plusDays(1),
                                                            "task.due.moved",
                                                            coordinator))
                                            .isEqualTo(1);
                                    assertThat(
                                                    service.changeDue(
                                                            thing,
                                                            "three",
                                                            SOON.plusDays(1),
                                                            "task.due.moved",
                                                            coordinator))
                                            .isZero();
                                }));

        assertThat(history(first, coordinator).item().outcome()).isEqualTo("DONE");
        assertThat(history(second, coordinator).item().state()).isEqualTo(WorkItemState.WITHDRAWN);
        assertThat(listed(TaskView.MINE, referrer)).contains(third);
        assertThat(history(third, coordinator).item().dueOn()).isEqualTo(SOON.plusDays(1));
        assertThat(as(coordinator, () -> service.withdrawAll(thing, coordinator))).isEqualTo(1);
    }

    @Test
    void comesOverdueFirstThenByDayThenWithoutOneAndPageByPage() {
        var reader =
                people.person("task.reader", Role.CASE_OWNER, AREA, people.agency(AREA, "Housing"));
        var expected = new ArrayList<UUID>();
        for (var day = 0; day < 28; day++) {
            expected.add(open("day-" + (char) ('a' + day), asked(reader, SOON.plusDays(day))));
        }
        for (var none = 0; none < 30; none++) {
            expected.add(open("none-" + none, asked(reader, null)));
        }

        var seen = new ArrayList<UUID>();
        String after = null;
        do {
            var place = after;
            var page =
                    as(reader, () -> service.list(TaskView.MINE, TaskFilter.NONE, place, reader));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(WorkItemService.PAGE);
            assertThat(page.total()).isEqualTo(58);
            page.items().forEach(item -> seen.add(item.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactlyElementsOf(expected);
        var counts = as(reader, () -> service.counts(reader));
        assertThat(counts.mine()).isEqualTo(58);
        assertThat(counts.available()).isZero();
        assertThat(counts.overdue()).isEqualTo(28);
        var filter = new TaskFilter("day-c", null, null, null, null);
        assertThat(as(reader, () -> service.list(TaskView.MINE, filter, null, reader)).total())
                .isEqualTo(1);
        var days = new TaskFilter(null, SOON, SOON.plusDays(6), null, null);
        assertThat(as(reader, () -> service.list(TaskView.MINE, days, null, reader)).total())
                .isEqualTo(7);
        assertThatThrownBy(
                        () ->
                                as(
                                        reader,
                                        () ->
                                                service.list(
                                                        TaskView.MINE,
                                                        TaskFilter.NONE,
                                                        "x",
                                                        reader)))
                .isInstanceOf(Invalid.class);
    }

    private static TaskDetails forUnit(@Nullable LocalDate due) {
        return details(List.of(Principals.unit(AREA)), due);
    }

    private static TaskDetails asked(Actor person, @Nullable LocalDate due) {
        return details(List.of(Principals.person(person.personId())), due);
    }

    private static TaskDetails details(List<String> audience, @Nullable LocalDate due) {
        return new TaskDetails(
                AREA, null, "TK-26-0001/R1", "/referrals/1", audience, null, null, due, null);
    }

    private UUID open(String kind, TaskDetails details) {
        return as(SYSTEM, () -> service.open(new OpenWork(thing, kind, 1, details), SYSTEM));
    }

    private List<UUID> listed(TaskView view, Actor actor) {
        return as(actor, () -> service.list(view, TaskFilter.NONE, null, actor)).items().stream()
                .map(WorkItemSummary::id)
                .toList();
    }

    private WorkItemHistory history(UUID id, Actor actor) {
        return as(actor, () -> service.history(id, actor));
    }

    private void grant(String principal, Relation relation) {
        inTransaction(() -> grants.grant(principal, thing, relation));
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return people.as(actor, work);
    }

    private void as(Actor actor, Runnable work) {
        people.as(actor, work);
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private static void assertRefused(String message, ThrowingCallable command) {
        assertThatThrownBy(command)
                .asInstanceOf(InstanceOfAssertFactories.type(RuleBroken.class))
                .extracting(RuleBroken::message)
                .isEqualTo(message);
    }
}
