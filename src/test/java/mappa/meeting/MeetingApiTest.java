package mappa.meeting;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.authorization;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.RealParts;
import mappa.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Meetings by programs, with signed tokens over HTTP: what the pages can do, the API can.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MeetingApiTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject MeetingStories stories;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("MP");
    }

    @Test
    @Tag("MTG-02")
    void goesFromTheDueDayToTheNextOne() {
        var cycle = stories.cycle(circle, stories.accepted(circle, 2)).id();
        var unit = circle.unit();
        get(unit, "/api/meetings/cycles/" + cycle).statusCode(200).body("level", equalTo(2));
        var id =
                post(unit, "/api/meetings/cycles/%s/meetings".formatted(cycle), when(1))
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        var meeting = "/api/meetings/" + id;
        get(unit, meeting + "/proposal")
                .statusCode(200)
                .body("agency", hasItem(circle.agencies().getFirst().toString()));
        post(unit, meeting + "/invitations", everybody()).statusCode(204);
        get(unit, meeting)
                .statusCode(200)
                .body("state", equalTo("INVITED"))
                .body("invitations", hasSize(3));

        var police = circle.spocs().getFirst();
        var invitation = "/api/invitations/" + invitation(id, police);
        var answer = Map.of("answer", "ATTENDS");
        post(police, invitation + "/answer", answer).statusCode(204);
        get(police, invitation).statusCode(200).body("answer", equalTo("ATTENDS"));
        var information =
                Map.of(
                        "kind",
                        "INFORMATION",
                        "answers",
                        Map.of(
                                "systemsChecked",
                                "All",
                                "checkedOn",
                                stories.today().toString(),
                                "facts",
                                "Calm"));
        post(police, invitation + "/returns", information).statusCode(204);
        get(police, invitation + "/returns").body("answers.facts", contains("Calm"));
        get(circle.spocs().get(2), invitation + "/returns").statusCode(404);

        var early = Map.of("reason", "Everybody is here");
        post(circle.chair(), meeting + "/start", early).statusCode(204);
        post(
                        unit,
                        meeting + "/record",
                        Map.of(
                                "section",
                                "OPENING",
                                "fields",
                                List.of(Map.of("key", "statement", "value", "READ", "saves", 0))))
                .statusCode(204);
        get(unit, meeting + "/record").statusCode(200).body("entries.value", contains("READ"));
        stories.complete(circle, UUID.fromString(id), "STAY", null);
        post(circle.chair(), meeting + "/close", null).statusCode(204);
        get(unit, meeting).body("state", equalTo("CLOSED"));
        get(unit, "/api/meetings/cycles/" + cycle)
                .body("dueOn", equalTo(stories.today().plusDays(112).toString()));
    }

    @Test
    @Tag("MTG-01")
    void saysOfEachThingThatClosingLacksWhatItIsAndByWhichRule() {
        var id = stories.started(circle, stories.accepted(circle, 2), 1);
        post(circle.chair(), "/api/meetings/%s/close".formatted(id), null)
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", equalTo("/problems/rule-broken"))
                .body("rule", equalTo("R-MTG-12"))
                .body("errors", hasSize(13))
                .body("errors.rule", hasItem("R-DIS-14"))
                .body("errors.rule", everyItem(startsWith("R-")))
                .body("errors.pointer", hasItem("#/DISCLOSURE"))
                .body("errors.detail", everyItem(not(containsString("meeting."))));
        get(circle.unit(), "/api/meetings/" + id).body("state", equalTo("STARTED"));
    }

    @Test
    void doesACallThatIsRepeatedOnce() {
        var cycle = stories.cycle(circle, stories.accepted(circle, 2)).id();
        var path = "/api/meetings/cycles/%s/meetings".formatted(cycle);
        var key = UUID.randomUUID().toString();
        var when = when(5);
        var first = arrange(path, key, when).statusCode(201).extract().asString();
        var again = arrange(path, key, when).statusCode(201).extract().asString();
        assertThat(again).isEqualTo(first);
        arrange(path, key, when(6))
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", equalTo("/problems/key-reused"));
        arrange(path, UUID.randomUUID().toString(), when(5))
                .statusCode(409)
                .body("rule", equalTo("R-MTG-05"));
    }

    @Test
    void movesCallsOffTakesOffAndAdjourns() {
        var caseId = stories.accepted(circle, 2);
        var id = stories.invited(circle, caseId, 5);
        var meeting = "/api/meetings/" + id;
        var unit = circle.unit();
        var other = Map.of("to", when(6), "reason", "The chair is ill");
        post(unit, meeting + "/move", other).statusCode(204);
        get(unit, meeting).body("changes", equalTo(1)).body("invitations", hasSize(3));
        var housing = invitation(id.toString(), circle.spocs().get(2));
        var reason = Map.of("reason", "Knows nobody of that name");
        post(unit, "%s/invitations/%s/removal".formatted(meeting, housing), reason).statusCode(204);
        get(circle.spocs().get(2), meeting).statusCode(404);
        var back = Map.of("agency", circle.agencies().get(2), "relevance", "CORE");
        post(unit, meeting + "/agencies", back).statusCode(201);
        get(unit, meeting).body("invitations", hasSize(3));
        post(unit, meeting + "/call-off", Map.of("reason", " "))
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.pointer", hasItem("#/reason"));
        post(unit, meeting + "/call-off", Map.of("reason", "Snow")).statusCode(204);
        get(unit, meeting).body("state", equalTo("CALLED_OFF"));

        var second = "/api/meetings/" + stories.started(circle, caseId, 7);
        post(circle.chair(), second + "/adjourn", Map.of("reason", "No police")).statusCode(204);
        get(unit, second).body("state", equalTo("ADJOURNED"));
    }

    @Test
    void listsComeInPartsThatJoin() {
        var other = stories.circle("ML");
        var cycles = new ArrayList<String>();
        var meetings = new ArrayList<String>();
        for (var i = 0; i < MeetingService.PART + 2; i++) {
            var caseId = stories.accepted(other, 2);
            cycles.add(stories.cycle(other, caseId).id().toString());
            meetings.add(stories.arranged(other, caseId, 3 + i % 4).toString());
        }
        // somebody held without a known release: no day is due
        MeetingStories.execute(
                "update meeting_cycle set due_on = null where id in ('%s', '%s')"
                        .formatted(cycles.get(0), cycles.get(1)));
        assertThat(all(other.unit(), "/api/meetings/due"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(cycles);
        assertThat(all(other.unit(), "/api/meetings"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(meetings);
    }

    private static List<String> all(Actor actor, String path) {
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var part =
                    get(actor, path + (next == null ? "" : "?after=" + next))
                            .statusCode(200)
                            .extract();
            seen.addAll(part.<List<String>>path("items.id"));
            next = part.path("next");
        } while (next != null);
        return seen;
    }

    private ValidatableResponse arrange(String path, String key, Map<String, Object> when) {
        return given().header("Authorization", authorization(circle.unit().name()))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(when)
                .post(path)
                .then();
    }

    private Map<String, Object> when(int days) {
        var when = new HashMap<String, Object>();
        when.put("type", "REVIEW");
        when.put("startsAt", stories.free(circle, stories.today().plusDays(days)).toString());
        when.put("minutesLong", 15);
        when.put("mode", "TEAMS");
        when.put("chair", circle.chair().personId());
        when.put("returnsDueOn", stories.today().plusDays(days).toString());
        return when;
    }

    private Map<String, Object> everybody() {
        return Map.of(
                "agencies",
                circle.agencies().stream()
                        .map(agency -> Map.of("agency", agency, "relevance", "CORE"))
                        .toList(),
                "leftOut",
                Map.of());
    }

    private UUID invitation(String meeting, Actor spoc) {
        return stories.meeting(circle, UUID.fromString(meeting)).invitations().stream()
                .filter(one -> one.agencyId().equals(spoc.agency()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static ValidatableResponse get(Actor actor, String path) {
        return program(actor.name()).get(path).then();
    }

    private static ValidatableResponse post(Actor actor, String path, @Nullable Object body) {
        var call = program(actor.name());
        if (body != null) {
            call = call.contentType("application/json").body(body);
        }
        return call.post(path).then();
    }
}
