package mappa.process;

import static mappa.TestPeople.browser;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.RealParts;
import mappa.identity.Actor;
import mappa.referral.BallotEvent;
import mappa.referral.BallotOracle;
import mappa.referral.BallotSequences;
import mappa.referral.Feedback;
import mappa.referral.Pathway;
import mappa.referral.ReferralService;
import mappa.referral.ReferralStories;
import mappa.referral.ReferralStories.Team;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Ballots through the commands, the relay and the process: what Java decides, what the process
/// makes of it, whose work is open and what the pages say are one and the same.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class BallotOutcomesProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final String AREA = "BO";

    @Inject ReferralService service;
    @Inject ReferralStories stories;
    @Inject Engine connection;

    private Team team;
    private MemoryEngine engine;

    /// A story that was played.
    private record Played(UUID id, List<BallotEvent> events, BallotOracle.Position end) {

        boolean isDecided() {
            return !waits("IN_SCREENING") && !waits("WAITING_FOR_REFERRER");
        }

        boolean waits(String state) {
            return end.state().equals(state);
        }
    }

    @BeforeEach
    void begin() {
        team = stories.team(AREA);
        engine = MemoryEngine.at(RealParts.enginePort());
        await("the engine is noticed", connection::isPresent);
    }

    @AfterEach
    void engineGoes() {
        engine.close();
        await("the engine's absence is noticed", () -> !connection.isPresent());
    }

    @Test
    @Tag("REF-04")
    @Tag("REF-05")
    void everyDistinctOutcomeIsTheSameInJavaInTheProcessAndOnThePages() {
        var outcomes = BallotSequences.distinctOutcomes();
        var played = new ArrayList<Played>();
        for (var story : outcomes) {
            played.add(play(story.events(), story.end()));
        }
        var ended = 0;
        for (var one : played) {
            isTheSameEverywhere(one);
            if (one.isDecided()) {
                endsAsDecided(one);
                ended++;
            }
        }
        System.out.printf(
                "Ballots: %d distinct outcomes through service, relay and process; %d decided, %d waiting%n",
                played.size(), ended, played.size() - ended);
        assertThat(played).hasSizeGreaterThan(30);
        assertThat(ended).isBetween(1, played.size() - 1);
    }

    /// Level 2, backed by both, and at once: the third seat is not waited for.
    @Test
    @Tag("REF-05")
    void acceptancesAtLevel2AndThenLevel3AcceptAtLevel2AtOnce() {
        var events =
                List.of(
                        new BallotEvent(BallotEvent.Kind.VOTE, 0, "ACCEPT_2"),
                        new BallotEvent(BallotEvent.Kind.VOTE, 2, "ACCEPT_3"));
        var oracle = new BallotOracle(3, 2, events);
        var one = play(events, oracle.position());

        assertThat(one.end().outcome()).isEqualTo("ACCEPTED 2 round 1 [ACCEPT_2, ACCEPT_3]");
        isTheSameEverywhere(one);
        assertThat(page(team.coordinatorA(), one, "/decision"))
                .contains("Accepted at Level 2", "differ in level. It is accepted at the lower");
        endsAsDecided(one);
    }

    private Played play(List<BallotEvent> events, BallotOracle.Position end) {
        var id = stories.inScreening(team);
        stories.play(team, id, events);
        return new Played(id, events, end);
    }

    private void isTheSameEverywhere(Played one) {
        var id = one.id();
        var end = one.end();
        await("all is told of " + one, () -> pending(id) == 0);
        engine.settle();
        await("the work of " + one, () -> openWork(id).equals(expectedWork(end)));

        var view = stories.as(team.referrer(), () -> service.view(id, team.referrer()));
        assertThat(view.summary().state().name()).as("Java: %s", one).isEqualTo(end.state());
        var level = view.summary().level();
        assertThat(level == null ? "-" : level.toString())
                .as("Java: %s", one)
                .isEqualTo(end.level());

        assertThat(engine.waitingAt(instance(id)))
                .as("process: %s", one)
                .containsExactlyElementsOf(expectedTasks(end));
        assertThat(engine.variable(instance(id), "screening"))
                .as("process: %s", one)
                .isEqualTo(
                        one.isDecided()
                                ? "{\"outcome\":\"%s\",\"level\":%s}"
                                        .formatted(
                                                end.state(),
                                                end.level().equals("-") ? "null" : end.level())
                                : null);
        thePagesSay(one);
    }

    /// The engine hears of ballots only when the panel has decided: until then it asks all seats.
    private static List<String> expectedTasks(BallotOracle.Position end) {
        return switch (end.state()) {
            case "IN_SCREENING" -> List.of("Task_Vote", "Task_Vote", "Task_Vote");
            case "WAITING_FOR_REFERRER" -> List.of("Task_AnswerQuestions");
            default -> List.of("Task_SendFeedback");
        };
    }

    private static String expectedWork(BallotOracle.Position end) {
        var codes = List.of("COORDINATOR_A", "COORDINATOR_B", "POLICE_DI");
        var votes = new ArrayList<String>();
        for (var seat = 0; seat < codes.size(); seat++) {
            if (!end.seats().get(seat).startsWith("VOTED")) {
                votes.add("panel-vote " + codes.get(seat));
            }
        }
        return switch (end.state()) {
            case "IN_SCREENING" -> String.join(", ", votes);
            case "WAITING_FOR_REFERRER" -> "answer-questions -";
            default -> "send-feedback -";
        };
    }

    private void thePagesSay(Played one) {
        var state =
                switch (one.end().state()) {
                    case "IN_SCREENING" -> "In screening";
                    case "WAITING_FOR_REFERRER" -> "Waiting for answers";
                    case "DECLINED" -> "Declined";
                    default -> "Accepted at Level " + one.end().level();
                };
        var others =
                Stream.of(
                                "In screening",
                                "Waiting for answers",
                                "Declined",
                                "Accepted at Level 2",
                                "Accepted at Level 3")
                        .filter(other -> !other.equals(state))
                        .toList();
        var unit = team.coordinatorA();
        assertThat(badge(page(unit, one, ""))).as("S-34: %s", one).isEqualTo(state);
        assertThat(badge(page(unit, one, "/votes"))).as("S-36: %s", one).isEqualTo(state);
        if (one.isDecided()) {
            var decision = page(unit, one, "/decision");
            assertThat(badge(decision)).as("S-38: %s", one).isEqualTo(state);
            assertThat(decision)
                    .as("S-38: %s", one)
                    .contains(
                            state.toLowerCase(Locale.ROOT).replace("level", "Level") + " (R-REF-04")
                    .doesNotContain(others.toArray(String[]::new));
        } else {
            browser(unit.name()).get(path(one, "/decision")).then().statusCode(404);
        }
        assertThat(page(team.referrer(), one, "/questions").contains("<textarea"))
                .as("S-37 asks for answers: %s", one)
                .isEqualTo(one.waits("WAITING_FOR_REFERRER"));
    }

    private static String page(Actor reader, Played one, String page) {
        return browser(reader.name())
                .get(path(one, page))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String path(Played one, String page) {
        return "/referrals/" + one.id() + page;
    }

    /// Words of the first badge in the page's main part: the state.
    private static String badge(String page) {
        var main = page.substring(page.indexOf("<main"));
        var badge = main.indexOf("class=\"govuk-tag");
        assertThat(badge).as("a badge").isPositive();
        var from = main.indexOf('>', badge) + 1;
        return main.substring(from, main.indexOf('<', from)).strip();
    }

    private void endsAsDecided(Played one) {
        var coordinator = team.coordinatorA();
        var accepted = one.end().state().equals("ACCEPTED");
        var atLevel3 = one.end().level().equals("3");
        var feedback =
                new Feedback(
                        "Agencies manage this together",
                        accepted ? null : Pathway.MARAC,
                        null,
                        atLevel3 ? false : null,
                        atLevel3 ? "Few know of it" : null);
        stories.as(coordinator, () -> service.sendFeedback(one.id(), feedback, coordinator));
        var end = accepted ? "Event_Accepted" : "Event_Declined";
        await(
                "the process of " + one + " ends at " + end,
                () -> engine.completedElements(instance(one.id())).contains("referral-panel"));
        assertThat(engine.completedElements(instance(one.id()))).contains(end);
    }

    private static long instance(UUID id) {
        return Long.parseLong(
                only("select instance_key from process_instance where thing_id = '%s'", id));
    }

    private static long pending(UUID id) {
        return Long.parseLong(
                only("select count(*) from outbox where state <> 'SENT' and thing_id = '%s'", id));
    }

    private static String openWork(UUID id) {
        return rows(
                        """
                        select kind || ' ' || coalesce(seat, '-') from work_item
                        where state = 'OPEN' and thing_id = '%s' order by kind, seat
                        """,
                        id)
                .stream()
                .collect(Collectors.joining(", "));
    }

    private static String only(String query, UUID id) {
        var rows = rows(query, id);
        assertThat(rows).as(query).hasSize(1);
        return rows.getFirst();
    }

    private static List<String> rows(String query, UUID id) {
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.createStatement();
                var found = statement.executeQuery(query.formatted(id))) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
