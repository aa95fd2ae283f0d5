package mappa.referral;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.authorization;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
import mappa.referral.ReferralStories.Team;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A referral by programs, with signed tokens over HTTP: what the pages can do, the API can.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ReferralApiTest {

    private static final String PROBLEM = "application/problem+json";

    @Inject ReferralStories stories;

    private Team team;

    @BeforeEach
    void seatThePanel() {
        team = stories.team("RA");
    }

    @Test
    void goesFromTheDraftToTheFeedback() {
        var id =
                post(team.referrer(), "/api/referrals", Map.of())
                        .statusCode(201)
                        .body("state", equalTo("DRAFT"))
                        .extract()
                        .path("id")
                        .toString();
        var referral = "/api/referrals/" + id;
        for (var section : ReferralFixtures.aFilledDraft().sections()) {
            program(name(team.referrer()))
                    .contentType("application/json")
                    .body(Map.of("answers", section.answers(), "saves", 0))
                    .put(referral + "/sections/" + section.section())
                    .then()
                    .statusCode(200);
        }
        post(team.referrer(), referral + "/send", null).body("state", equalTo("SUBMITTED"));

        get(team.administrator(), "/api/referrals?tab=SENT").body("items.id", hasItem(id));
        var details =
                Map.of(
                        "name",
                                Map.of(
                                        "surname",
                                        Map.of("known", word()),
                                        "forenames",
                                        Map.of("known", word())),
                        "aliases", List.of(),
                        "dateOfBirth", Map.of("known", "1988-02-14"),
                        "identifiers", List.of());
        post(team.administrator(), referral + "/candidates", details)
                .statusCode(200)
                .body("", hasSize(0));
        post(
                        team.administrator(),
                        referral + "/match",
                        Map.of("details", details, "verdicts", Map.of(), "reason", "Referred"))
                .statusCode(200);
        post(team.administrator(), referral + "/send-to-panel", Map.of("items", List.of()))
                .statusCode(200)
                .body("state", equalTo("IN_SCREENING"));

        get(team.inspector(), referral + "/ballot")
                .statusCode(200)
                .body("sealed", equalTo(true))
                .body("others", hasSize(0));
        vote(team.coordinatorA(), referral, "ACCEPT_2").statusCode(200);
        vote(team.inspector(), referral, "ACCEPT_3")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));
        get(team.referrer(), referral + "/decision")
                .body("level", equalTo(2))
                .body("votes", hasSize(0))
                .body("feedback", nullValue());
        post(
                        team.coordinatorA(),
                        referral + "/feedback",
                        Map.of("reasons", "Several agencies must act together"))
                .statusCode(200);
        get(team.referrer(), referral + "/decision")
                .body("feedback.reasons", equalTo("Several agencies must act together"));
    }

    @Test
    void givesTheFirstAnswerToACallThatIsRepeatedAndRefusesTheKeyForAnother() {
        var referral = "/api/referrals/" + stories.inScreening(team);
        var key = UUID.randomUUID().toString();
        var first = vote(team.inspector(), referral, "DECLINE", key).statusCode(200).extract();
        var again = vote(team.inspector(), referral, "DECLINE", key).statusCode(200).extract();
        assertThat(again.asString()).isEqualTo(first.asString());
        vote(team.inspector(), referral, "ACCEPT_2", key)
                .statusCode(422)
                .contentType(PROBLEM)
                .body("type", equalTo("/problems/key-reused"));
        get(team.inspector(), referral + "/ballot")
                .body("own", hasSize(1))
                .body("own.vote", everyItem(equalTo("DECLINE")));
    }

    @Test
    void saysWhatIsWrongWithACall() {
        var id = stories.inScreening(team);
        var referral = "/api/referrals/" + id;
        given().header("Authorization", authorization(name(team.inspector())))
                .contentType("application/json")
                .body(ballot("DECLINE"))
                .post(referral + "/votes")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", equalTo("/problems/key-missing"));
        post(team.inspector(), referral + "/votes", Map.of("vote", "ACCEPT_2", "reason", " "))
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.pointer", hasItem("#/reason"))
                .body("errors[0].detail", notNullValue())
                .body("instance", notNullValue());
        for (var body : List.of("{\"vote\": \"MAYBE\", \"reason\": \"Zzcanary\"}")) {
            program(name(team.inspector()))
                    .contentType("application/json")
                    .body(body)
                    .post(referral + "/votes")
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("errors[0].pointer", equalTo("#/vote"))
                    .body("errors[0].detail", containsString("ACCEPT_2, ACCEPT_3, DECLINE"))
                    .body(not(containsString("Zzcanary")));
        }
        for (var body : List.of("[]", "{", "")) {
            program(name(team.inspector()))
                    .contentType("application/json")
                    .body(body)
                    .post(referral + "/votes")
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("title", notNullValue());
        }
        program(name(team.inspector()))
                .contentType("text/plain")
                .body("x")
                .post(referral + "/votes")
                .then()
                .statusCode(415);
        get(team.inspector(), "/api/referrals/not-an-id").statusCode(404).contentType(PROBLEM);
    }

    @Test
    @Tag("REF-08")
    void namesTheRuleThatWasBroken() {
        var referral = "/api/referrals/" + stories.inScreening(team);
        vote(team.inspector(), referral, "DECLINE").statusCode(200);
        vote(team.inspector(), referral, "ACCEPT_2")
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", equalTo("/problems/rule-broken"))
                .body("rule", containsString("R-REF-"))
                .body("detail", notNullValue());
    }

    @Test
    void overwritesNothingThatSomebodyElseSaved() {
        var referral = "/api/referrals/" + stories.draft(team);
        var stale =
                program(name(team.referrer()))
                        .contentType("application/json")
                        .body(Map.of("answers", Map.of("behaviour", "Other"), "saves", 0))
                        .put(referral + "/sections/BEHAVIOUR")
                        .then();
        stale.statusCode(409).contentType(PROBLEM).body("type", equalTo("/problems/changed"));
    }

    @Test
    @Tag("SEC-02")
    void isNotThereForWhoeverMayNotSeeIt() {
        var other = stories.team("RB");
        var referral = "/api/referrals/" + stories.inScreening(team);
        var absent = "/api/referrals/" + UUID.randomUUID();
        for (var path : List.of("", "/decision", "/seats", "/substitutes", "/ballot")) {
            var refused = get(other.coordinatorA(), referral + path).statusCode(404);
            var missing = get(other.coordinatorA(), absent + path).statusCode(404);
            assertThat(masked(refused)).as(path).isEqualTo(masked(missing));
        }
        vote(other.inspector(), referral, "DECLINE").statusCode(404);
        get(team.inspector(), referral).statusCode(200);
    }

    @Test
    void tasksAreTakenOnceAndFollowTheirVersion() {
        stories.inScreening(team);
        var tasks = get(team.coordinatorA(), "/api/tasks?view=TEAM").statusCode(200);
        tasks.body("items", notNullValue());
        get(team.coordinatorA(), "/api/tasks/counts").body("team", notNullValue());
        get(team.coordinatorA(), "/api/tasks/" + UUID.randomUUID()).statusCode(404);
        post(
                        team.coordinatorA(),
                        "/api/tasks/" + UUID.randomUUID() + "/give",
                        Map.of("person", UUID.randomUUID().toString()))
                .statusCode(400)
                .body("errors.pointer", hasItem("#/version"));
    }

    @Test
    void listsComeInPartsThatJoin() {
        var expected = new ArrayList<String>();
        for (var i = 0; i < ReferralService.PAGE + 3; i++) {
            expected.add(
                    post(team.referrer(), "/api/referrals", Map.of())
                            .statusCode(201)
                            .extract()
                            .path("id"));
        }
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var page =
                    get(
                                    team.referrer(),
                                    "/api/referrals?tab=DRAFTS"
                                            + (next == null ? "" : "&after=" + next))
                            .statusCode(200)
                            .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(seen).doesNotHaveDuplicates().containsAll(expected);
    }

    private ValidatableResponse vote(Actor member, String referral, String vote) {
        return vote(member, referral, vote, UUID.randomUUID().toString());
    }

    private ValidatableResponse vote(Actor member, String referral, String vote, String key) {
        return given().header("Authorization", authorization(name(member)))
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(ballot(vote))
                .post(referral + "/votes")
                .then();
    }

    private static Map<String, Object> ballot(String vote) {
        var ballot = new HashMap<String, Object>();
        ballot.put("vote", vote);
        ballot.put("reason", "One reason");
        ballot.put("pathway", vote.equals("DECLINE") ? "LEVEL_1" : null);
        return ballot;
    }

    private static ValidatableResponse get(Actor actor, String path) {
        return program(name(actor)).get(path).then();
    }

    private static ValidatableResponse post(Actor actor, String path, @Nullable Object body) {
        var call = program(name(actor));
        if (body != null) {
            call = call.contentType("application/json").body(body);
        }
        return call.post(path).then();
    }

    private static String name(Actor actor) {
        return actor.name();
    }

    /// Everything but the number of the request.
    private static String masked(ValidatableResponse answer) {
        return answer.extract().asString().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private static String word() {
        return UUID.randomUUID().toString().replaceAll("[0-9-]", "") + "son";
    }
}
