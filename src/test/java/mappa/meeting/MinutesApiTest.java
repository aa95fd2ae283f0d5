package mappa.meeting;

import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.RealParts;
import mappa.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Minutes by programs, with signed tokens over HTTP: what the pages can do, the API can.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MinutesApiTest {

    private static final String WORDS = "The VLO speaks for two people.";

    @Inject MeetingStories stories;
    @Inject MinutesService service;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("OA");
    }

    @Test
    @Tag("MIN-01")
    @Tag("MIN-11")
    void goFromTheDraftToTheAddendum() {
        var minutes = "/api/minutes/" + closed();
        var unit = circle.unit();
        var chair = circle.chair();
        post(unit, minutes + "/text", text(WORDS, 0)).statusCode(204);
        post(unit, minutes + "/text", text("Typed at the same time", 0)).statusCode(409);
        get(unit, minutes).statusCode(200).body("texts.text", contains(WORDS));

        post(unit, minutes + "/approval", null).statusCode(403);
        post(unit, minutes + "/to-chair", null).statusCode(204);
        post(chair, minutes + "/return", Map.of("notes", " "))
                .statusCode(400)
                .body("errors.pointer", hasItem("#/notes"));
        post(chair, minutes + "/return", Map.of("notes", "Name the measures")).statusCode(204);
        get(unit, minutes).body("notes", equalTo("Name the measures"));
        post(unit, minutes + "/to-chair", null).statusCode(204);
        post(chair, minutes + "/approval", null).statusCode(204);
        get(unit, minutes).body("summary.state", equalTo("APPROVED"));
        post(unit, minutes + "/text", text("Later", 1))
                .statusCode(409)
                .body("rule", equalTo("R-MIN-11"));

        var police = circle.agencies().get(0).toString();
        var housing = circle.agencies().get(2).toString();
        get(unit, minutes + "/proposal").body("agency", hasItem(police));
        post(unit, minutes + "/distribution", Map.of("to", List.of())).statusCode(400);
        post(unit, minutes + "/distribution", Map.of()).statusCode(400);
        post(
                        unit,
                        minutes + "/distribution",
                        Map.of("to", List.of(to(police), to(housing, "VICTIMS"))))
                .statusCode(204);
        get(unit, minutes).body("recipients.agencyId", hasItem(housing));
        post(
                        chair,
                        minutes + "/addenda",
                        Map.of("section", "VICTIMS", "what", "Three", "why", "Miscounted"))
                .statusCode(204);
        get(unit, minutes).body("addenda.what", contains("Three"));
        get(circle.spocs().get(0), minutes)
                .statusCode(200)
                .body(containsString(WORDS))
                .body("addenda", hasSize(1));
        get(circle.spocs().get(2), minutes)
                .statusCode(200)
                .body(not(containsString(WORDS)))
                .body("heldBack", contains("VICTIMS"))
                .body("addenda", empty());
    }

    @Test
    @Tag("MIN-07")
    @Tag("SEC-01")
    void areThereOnlyForWhomTheyWereGivenTo() {
        var id = closed();
        var minutes = "/api/minutes/" + id;
        var absent = "/api/minutes/" + UUID.randomUUID();
        var elsewhere = stories.circle("OB");
        post(circle.unit(), minutes + "/to-chair", null).statusCode(204);
        post(circle.chair(), minutes + "/approval", null).statusCode(204);
        post(
                        circle.unit(),
                        minutes + "/distribution",
                        Map.of("to", List.of(to(circle.agencies().getFirst().toString()))))
                .statusCode(204);
        get(circle.spocs().getFirst(), minutes).statusCode(200);
        get(circle.spocs().getFirst(), "/api/minutes").body("id", hasItem(id.toString()));
        for (var stranger :
                List.of(
                        circle.spocs().get(1),
                        circle.spocs().get(2),
                        elsewhere.unit(),
                        elsewhere.chair())) {
            var refused = get(stranger, minutes).statusCode(404).extract().path("detail");
            var nothing = get(stranger, absent).statusCode(404).extract().path("detail");
            assertThat(refused).isEqualTo(nothing);
            get(stranger, "/api/minutes").statusCode(200).body("id", not(hasItem(id.toString())));
        }
        // who may read may not write
        post(circle.spocs().getFirst(), minutes + "/to-chair", null).statusCode(403);
        post(elsewhere.unit(), minutes + "/to-chair", null).statusCode(404);
        post(elsewhere.chair(), minutes + "/approval", null).statusCode(404);
    }

    @Test
    @Tag("ACC-01")
    void everyReadIsInTheAudit() {
        var id = closed();
        var before = reads(id, circle.unit());
        get(circle.unit(), "/api/minutes/" + id).statusCode(200);
        get(circle.unit(), "/api/minutes/" + id).statusCode(200);
        assertThat(reads(id, circle.unit())).isEqualTo(before + 2);
        get(circle.spocs().getFirst(), "/api/minutes/" + id).statusCode(404);
        assertThat(reads(id, circle.spocs().getFirst())).isZero();
    }

    private UUID closed() {
        var meeting = stories.started(circle, stories.accepted(circle, 2), 1);
        stories.complete(circle, meeting, "STAY", null);
        stories.close(circle, meeting);
        return stories.as(circle.unit(), () -> service.ofMeeting(meeting, circle.unit()))
                .orElseThrow()
                .id();
    }

    private static Map<String, Object> text(String text, int saves) {
        return Map.of("section", "VICTIMS", "text", text, "saves", saves);
    }

    private static Map<String, Object> to(String agency, String... heldBack) {
        return Map.of("agency", agency, "heldBack", List.of(heldBack));
    }

    private static int reads(UUID id, Actor reader) {
        try (var connection = RealParts.as("mappa_owner");
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        select count(*) from audit_event
                                        where operation = 'CONSULT' and '%s' = any (subject_ids) and actor_id = '%s'
                                        """
                                                .formatted(id, reader.personId()))) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
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
