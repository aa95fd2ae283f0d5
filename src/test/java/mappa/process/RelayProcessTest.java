package mappa.process;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.task.TaskFilter;
import mappa.task.TaskView;
import mappa.task.WorkItemService;
import mappa.task.WorkItemState;
import mappa.task.WorkItemSummary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Outbox, relay, workers and work items on real PostgreSQL and the in-memory engine, which comes
/// and goes.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RelayProcessTest {

    private static final List<String> SEATS =
            List.of("COORDINATOR_A", "COORDINATOR_B", "POLICE_DI");
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Inject Outbox outbox;
    @Inject RelayPanel panel;
    @Inject WorkItemService work;
    @Inject Engine connection;
    @Inject RelayDatabase database;
    @Inject ForeignInstances foreign;
    @Inject TestPeople people;

    private final UUID thing = UuidCreator.getTimeOrderedEpoch();
    private @Nullable MemoryEngine engine;
    private Actor coordinator;

    @BeforeEach
    void meet() {
        coordinator = people.person("relay.coordinator", Role.MAPPA_COORDINATOR, RelayPanel.AREA);
    }

    @AfterEach
    void engineGoes() {
        if (engine != null) {
            engine.close();
            await("the engine's absence is noticed", () -> !connection.isPresent());
        }
    }

    @Test
    void aStoryToldWithoutTheEngineIsToldToItLaterInOrderAndNobodyIsAskedAgain() {
        panel.settle(thing, "Task_Vote/COORDINATOR_B");
        as(
                () -> {
                    start(thing);
                    outbox.complete(
                            thing, "Task_CheckCompleteness", 1, null, Map.of("complete", false));
                    outbox.complete(thing, "Task_AmendReferral", 1, null, Map.of("checkRound", 2));
                });
        as(() -> outbox.complete(thing, "Task_CheckCompleteness", 2, null, sentToPanel()));
        as(
                () -> {
                    outbox.message(thing, "relay.more-information", Map.of());
                    outbox.complete(
                            thing, "Task_AnswerQuestions", 1, null, Map.of("panelRound", 2));
                });
        as(
                () -> {
                    vote("POLICE_DI", 2, "ACCEPT_2");
                    vote("COORDINATOR_A", 2, "ACCEPT_3");
                });
        as(() -> outbox.complete(thing, "Task_SendFeedback", 2, null, Map.of()));
        assertThat(pending(thing)).isEqualTo(9);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'engine' }.data.engine", equalTo("away"));

        engineComes(RelayPanel.model());

        await("everything is sent", () -> pending(thing) == 0);
        await("the process ends", () -> completed().contains("Event_Accepted"));
        assertThat(completed())
                .filteredOn(element -> element.startsWith("Task_"))
                .containsSubsequence(
                        "Task_CheckCompleteness",
                        "Task_AmendReferral",
                        "Task_CheckCompleteness",
                        "Task_AnswerQuestions",
                        "Task_Vote",
                        "Task_Vote",
                        "Task_DetermineOutcome",
                        "Task_SendFeedback");
        assertThat(items())
                .filteredOn(item -> item.round() == 2 || !item.kind().equals("panel-vote"))
                .isEmpty();
        assertThat(items()).noneMatch(item -> item.state() == WorkItemState.OPEN);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'engine' }.data.engine", equalTo("present"));
    }

    @Test
    void aTaskIsAskedOnceHoweverOftenTheEngineHandsItOver() {
        engineComes(RelayPanel.model());
        as(() -> start(thing));
        await("the check is asked", () -> items().size() == 1);
        var before = items().getFirst();
        var seen = lastSeen();

        engine().moveClock(Duration.ofHours(30)); // beyond the lease and its fifth

        await("it is handed over again", () -> lastSeen().isAfter(seen));
        assertThat(items()).containsExactly(before);
        assertThat(history(before.id())).hasSize(1);
    }

    @Test
    void onlyOneInstanceOfAThingCounts() {
        engineComes(RelayPanel.model());
        as(() -> start(thing));
        await("the check is asked", () -> items().size() == 1);
        var before = foreign.cancelled();

        var second = createInstance(thing);
        await("the second is cancelled", () -> foreign.cancelled() == before + 1);
        await("it is gone", () -> engine().terminatedElements(second).contains("relay-panel"));
        var stranger = createInstance(UuidCreator.getTimeOrderedEpoch());
        await("the stranger is cancelled", () -> foreign.cancelled() == before + 2);
        await("it is gone", () -> engine().terminatedElements(stranger).contains("relay-panel"));

        as(() -> outbox.complete(thing, "Task_CheckCompleteness", 1, null, sentToPanel()));
        await("the first goes on", () -> open("panel-vote") == 3);
    }

    @Test
    void aRefusedCommandStopsItsOwnThingOnly() {
        var other = UuidCreator.getTimeOrderedEpoch();
        as(() -> start(thing));
        as(() -> outbox.message(thing, "relay.clock-changed", Map.of()));
        spoil(thing);
        as(() -> start(other));

        engineComes(RelayPanel.model());

        await("the other is sent", () -> pending(other) == 0);
        await("the refused one is seen", () -> state(thing).equals("POISON,PENDING"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("mappa_outbox_poison 1.0"))
                .body(containsString("mappa_outbox_depth"))
                .body(containsString("mappa_outbox_oldest_seconds"));
        mend(thing);
        anOperatorSeesItAndTriesAgain();
        await("it goes on", () -> pending(thing) == 0);
    }

    private void anOperatorSeesItAndTriesAgain() {
        var operator = "relay.operator";
        people.person(operator, Role.SYSTEM_ADMIN, null, null);
        var again = "/processes/%s/try-again".formatted(thing);
        program(operator)
                .get("/api/processes/refused")
                .then()
                .statusCode(200)
                .body("items.thing", contains(thing.toString()))
                .body("items[0].command", equalTo("START"))
                .body("items[0].behind", equalTo(1));
        browser(operator)
                .get("/processes")
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-110\""))
                .body(containsString(thing.toString()))
                .body(containsString("Start by relay.sent"));
        form(operator, "/processes").post(again).then().statusCode(303);
        assertThat(timesTriedAgain()).isEqualTo(1);
        program(operator).post("/api" + again).then().statusCode(404);
        browser(operator).get("/processes").then().body(containsString("Nothing is refused"));
    }

    private long timesTriedAgain() {
        var sql =
                """
                select count(*) from audit_event
                where event = 'command-tried-again' and subject_ids @> array[cast(? as uuid)]
                """;
        try (var owner = RealParts.as("mappa_owner");
                var statement = RelayDatabase.prepare(owner, sql, thing);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void aStepThatJavaDoesNotKnowOpensWorkThatWaitsAndIsDoneWithANote() {
        engineComes(RelayPanel.modelWithASecondLook());
        as(() -> start(thing));
        as(() -> outbox.complete(thing, "Task_CheckCompleteness", 1, null, sentToPanel()));
        await("the seats are asked", () -> open("panel-vote") == 3);
        as(
                () -> {
                    work.completeFor(
                            thing, "Task_Vote", 1, "COORDINATOR_A", "DECLINE", coordinator);
                    work.completeFor(
                            thing, "Task_Vote", 1, "COORDINATOR_B", "DECLINE", coordinator);
                    vote("COORDINATOR_A", 1, "DECLINE");
                    vote("COORDINATOR_B", 1, "DECLINE");
                });

        await("the new step is asked", () -> open("second-look") == 1);
        await("the third seat is withdrawn", () -> open("panel-vote") == 0);
        assertThat(open("send-feedback")).isZero();
        await(
                "it is counted",
                () ->
                        given().get("/q/metrics")
                                .asString()
                                .contains("mappa_tasks_open{kind=\"second-look\"} 1.0"));
        var item = item("second-look");
        assertThat(item.path()).isEqualTo("/tasks/" + item.id());
        as(() -> work.finish(item.id(), "Looked again.", item.version(), coordinator));

        await("the process goes on", () -> open("send-feedback") == 1);
        assertThat(item("second-look").state()).isEqualTo(WorkItemState.COMPLETED);
    }

    @Test
    void whatTheEngineWithdrawsWithoutAskingAnythingElseIsFound() {
        engineComes(RelayPanel.model());
        as(() -> start(thing));
        as(() -> outbox.complete(thing, "Task_CheckCompleteness", 1, null, sentToPanel()));
        await("the seats are asked", () -> open("panel-vote") == 3);

        as(() -> outbox.message(thing, "relay.ended", Map.of()));

        await("nothing is open", () -> open("panel-vote") == 0);
    }

    @Test
    void aDeadlineIsHandledByItsFeature() {
        engineComes(RelayPanel.model());
        as(() -> start(thing));
        var sent = new HashMap<>(sentToPanel());
        sent.put("nextDeadlineAt", Instant.parse("2026-04-08T11:00:00Z"));
        as(
                () -> {
                    outbox.complete(thing, "Task_CheckCompleteness", 1, null, sent);
                    outbox.message(
                            thing,
                            "relay.clock-changed",
                            Map.of("nextDeadlineAt", Instant.parse("2026-04-08T11:00:00Z")));
                });
        await("the deadline is handled", () -> panel.reminders(thing) == 1);
        await("the clock waits to be set", () -> completed().contains("Task_RemindOrEscalate"));
    }

    @Test
    void aBrokenRuleBecomesAnErrorWithItsNumber() {
        panel.refuse(thing);
        engineComes(RelayPanel.model());
        as(() -> start(thing));
        as(
                () ->
                        outbox.message(
                                thing,
                                "relay.clock-changed",
                                Map.of("nextDeadlineAt", Instant.parse("2026-04-08T11:00:00Z"))));
        await("the rule is broken", () -> panel.reminders(thing) == 1);
        await("the engine has it", () -> engine().errorCodes().contains("REF-99"));
        assertThat(panel.reminders(thing)).isEqualTo(1);
    }

    @Test
    void tellsTheEngineOfManyThingsAndLosesNone() {
        var things =
                IntStream.range(0, 40).mapToObj(_ -> UuidCreator.getTimeOrderedEpoch()).toList();
        things.forEach(one -> as(() -> start(one)));
        engineComes(RelayPanel.model());
        things.forEach(
                one ->
                        as(
                                () ->
                                        outbox.complete(
                                                one,
                                                "Task_CheckCompleteness",
                                                1,
                                                null,
                                                Map.of("complete", false))));
        await("all are sent", () -> things.stream().allMatch(one -> pending(one) == 0));
    }

    @Test
    void nothingIsToldOfAChangeThatWasRolledBack() {
        assertThatThrownBy(
                        () ->
                                as(
                                        () -> {
                                            start(thing);
                                            throw new IllegalStateException("rolled back");
                                        }))
                .hasMessage("rolled back");
        assertThat(pending(thing)).isZero();
    }

    @Test
    void refusesWhatIsNoIdCodeNumberOrDate() {
        for (var leak : List.of("Robin Example", "a narrative", Map.of("name", "x"), 1.5)) {
            assertThatThrownBy(
                            () ->
                                    as(
                                            () ->
                                                    outbox.message(
                                                            thing,
                                                            "relay.ended",
                                                            Map.of("value", leak))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Robin");
        }
        assertThatThrownBy(
                        () -> as(() -> outbox.start(thing, "relay-panel", "relay.sent", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void start(UUID one) {
        outbox.start(
                one,
                "relay-panel",
                "relay.sent",
                Map.of("referralId", one, "area", RelayPanel.AREA, "checkRound", 1));
    }

    private void vote(String seat, int round, String ballot) {
        outbox.complete(thing, "Task_Vote", round, seat, Map.of("vote", ballot));
    }

    private static Map<String, Object> sentToPanel() {
        return Map.of("complete", true, "seats", SEATS, "votesNeeded", 2, "panelRound", 1);
    }

    private void engineComes(String model) {
        engine = MemoryEngine.at(RealParts.enginePort());
        engine.deploy("relay-panel.bpmn", model);
        await("the engine is noticed", connection::isPresent);
    }

    private MemoryEngine engine() {
        if (engine == null) {
            throw new IllegalStateException("no engine in this test");
        }
        return engine;
    }

    private long createInstance(UUID one) {
        return engine().client()
                .newCreateInstanceCommand()
                .bpmnProcessId("relay-panel")
                .latestVersion()
                .variables(Map.of("referralId", one.toString()))
                .startBeforeElement("Sub_Screening")
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private List<String> completed() {
        return engine().completedElements(instance());
    }

    private long instance() {
        return query("select instance_key from process_instance where thing_id = ?", Long.class);
    }

    private List<WorkItemSummary> items() {
        return people
                .as(
                        coordinator,
                        () ->
                                List.of(TaskView.TEAM, TaskView.DONE).stream()
                                        .map(
                                                view ->
                                                        work.list(
                                                                view,
                                                                TaskFilter.NONE,
                                                                null,
                                                                coordinator))
                                        .toList())
                .stream()
                .flatMap(page -> page.items().stream())
                .filter(item -> item.thing().equals(thing))
                .toList();
    }

    private long open(String kind) {
        return items().stream()
                .filter(item -> item.kind().equals(kind))
                .filter(item -> item.state() == WorkItemState.OPEN)
                .count();
    }

    private WorkItemSummary item(String kind) {
        return items().stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
    }

    private List<?> history(UUID item) {
        return people.as(coordinator, () -> work.history(item, coordinator)).lines();
    }

    private Instant lastSeen() {
        return query(
                        "select max(last_seen_at) from engine_job where thing_id = ?",
                        OffsetDateTime.class)
                .toInstant();
    }

    private long pending(UUID one) {
        return query(
                "select count(*) from outbox where state <> 'SENT' and thing_id = ?",
                Long.class,
                one);
    }

    private String state(UUID one) {
        return query(
                "select string_agg(state, ',' order by sequence) from outbox where thing_id = ?",
                String.class,
                one);
    }

    /// Something that no engine takes: a list where variables are expected.
    private void spoil(UUID one) {
        change("update outbox set variables = '[1]' where command = 'START' and thing_id = ?", one);
    }

    private void mend(UUID one) {
        change(
                "update outbox set variables = jsonb_build_object('referralId', thing_id) where command = 'START' and thing_id = ?",
                one);
    }

    private void change(String sql, UUID one) {
        database.inTransaction(connection -> RelayDatabase.change(connection, sql, one));
    }

    private <T> T query(String sql, Class<T> type) {
        return query(sql, type, thing);
    }

    private <T> T query(String sql, Class<T> type, UUID one) {
        return database.inTransaction(
                connection -> {
                    try (var statement = RelayDatabase.prepare(connection, sql, one);
                            var row = statement.executeQuery()) {
                        if (!row.next()) {
                            throw new SQLException("no row");
                        }
                        return row.getObject(1, type);
                    }
                });
    }

    private void as(Runnable change) {
        people.as(coordinator, () -> QuarkusTransaction.requiringNew().run(change));
    }

    private static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            try {
                never.await(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
