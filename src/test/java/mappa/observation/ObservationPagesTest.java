package mappa.observation;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.meeting.MeetingService;
import mappa.meeting.MeetingStories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A lay adviser watches a meeting: announced to all, told the least, heard by the board.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@Tag("MTG-18")
class ObservationPagesTest {

    private static final String UNIT = "OG-administrator";
    private static final String LAY = "OG-lay-adviser";
    private static final String BOARD = "OG-smb-chair";
    private static final String WHY = "To see how agencies share what they know";
    private static final String NOTES = "The chair let everybody finish.";

    @Inject MeetingStories stories;
    @Inject MeetingService meetings;
    @Inject TestPeople people;
    @Inject EntityManager entities;

    private MeetingStories.Circle circle;
    private Actor layAdviser;

    @BeforeEach
    void people() {
        circle = stories.circle("OG");
        layAdviser = people.person(LAY, Role.LAY_ADVISER, "OG");
        people.person(BOARD, Role.SMB_CHAIR, "OG");
    }

    @Test
    @Tag("SMB-13")
    void theLayAdviserIsToldDatePlaceAndLevelAndNothingElse() {
        var caseId = stories.accepted(circle, 2);
        var meeting = stories.invited(circle, caseId, 5);
        var observation = announced(meeting);
        var known = stories.meeting(circle, meeting);
        browser(LAY).get("/observations").then().body(containsString(observation));
        browser(LAY).get("/home").then().body(containsString(observation));
        var page = browser(LAY).get(observation).then().statusCode(200).extract().asString();
        assertThat(page)
                .contains(WHY, "Video meeting", "<dd class=\"govuk-summary-list__value\">2</dd>")
                .doesNotContain(known.reference(), known.chair())
                .doesNotContain(meeting.toString(), caseId.toString());
        // nothing of the meeting opens for them, by whatever way
        var cycle = stories.cycle(circle, caseId).id();
        for (var path :
                List.of(
                        "/meetings/" + meeting,
                        "/meetings/" + meeting + "/record/opening",
                        "/meetings/" + meeting + "/invitations",
                        "/meetings/" + meeting + "/observers",
                        "/meetings",
                        "/minutes",
                        "/cases/" + caseId,
                        "/calendar",
                        "/invitations/" + known.invitations().getFirst().id(),
                        "/agency-returns/" + known.invitations().getFirst().id())) {
            browser(LAY).get(path).then().statusCode(403).body(not(containsString("OG-26")));
        }
        for (var path : List.of("/api/meetings/" + meeting, "/api/meetings/cycles/" + cycle)) {
            program(LAY).get(path).then().statusCode(403);
        }
        assertThat(rows(layAdviser, "meeting")).isZero();
        assertThat(rows(layAdviser, "mappa_case")).isZero();
        assertThat(rows(layAdviser, "meeting_invitation")).isZero();
        assertThat(mails(observation)).containsExactly("OBSERVATION_ANNOUNCED null");
    }

    @Test
    void everybodyWhoIsAskedReadsWhoWatchesAndWhyAndSoDoTheMinutes() {
        var meeting = stories.invited(circle, stories.accepted(circle, 2), 1);
        var police = circle.spocs().getFirst();
        var invitation =
                "/invitations/"
                        + stories.meeting(circle, meeting).invitations().stream()
                                .filter(one -> one.agencyId().equals(police.agency()))
                                .findFirst()
                                .orElseThrow()
                                .id();
        browser(police.name()).get(invitation).then().body(not(containsString(LAY)));
        announced(meeting);
        for (var path : List.of(invitation, "/meetings/" + meeting)) {
            browser(police.name())
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(containsString(LAY + " watches"))
                    .body(containsString(WHY));
        }
        start(meeting);
        browser(UNIT)
                .get("/meetings/" + meeting + "/record/attendance")
                .then()
                .statusCode(200)
                .body(containsString(LAY + " watches"));
        stories.complete(circle, meeting, "STAY", null);
        stories.close(circle, meeting);
        var minutes = strings("select id from minutes where meeting_id = '%s'".formatted(meeting));
        browser(UNIT)
                .get("/minutes/" + minutes.getFirst())
                .then()
                .statusCode(200)
                .body(containsString("Observer, who took no part: " + LAY));
    }

    @Test
    @Tag("MTG-09")
    void anObserverNeverCountsForTheQuorum() {
        var meeting = stories.invited(circle, stories.accepted(circle, 2), 1);
        announced(meeting);
        start(meeting);
        // chair, probation and housing are there, and the observer; nobody of the police
        stories.attend(circle, meeting, circle.agencies().subList(1, 3));
        program(circle.chair().name())
                .post("/api/meetings/%s/close".formatted(meeting))
                .then()
                .statusCode(409)
                .body("errors.rule", hasItem("R-MTG-09"));
    }

    @Test
    @Tag("SMB-10")
    void notesAreWrittenAfterwardsForTheBoardAndCountInTheirQuarter() {
        var meeting = stories.invited(circle, stories.accepted(circle, 3), 1);
        var observation = announced(meeting);
        // sent although the page does not ask yet
        refused(observation, "The meeting was not held yet");
        start(meeting);
        stories.complete(circle, meeting, "STAY", null);
        stories.close(circle, meeting);
        refused(observation, "Acknowledge first that you keep no papers");
        form(LAY, observation)
                .post(observation + "/acknowledgement")
                .then()
                .statusCode(400)
                .body(containsString("Confirm that you keep no papers"));
        form(LAY, observation)
                .formParam("noPapers", "YES")
                .post(observation + "/acknowledgement")
                .then()
                .statusCode(303);
        browser(LAY).get(observation).then().body(containsString("No names, no offence"));
        var log = "/lay-advisers/" + layAdviser.personId();
        var before = observed(log);
        form(LAY, observation)
                .formParam("notes", " ")
                .post(observation + "/notes")
                .then()
                .statusCode(400);
        form(LAY, observation)
                .formParam("notes", NOTES)
                .post(observation + "/notes")
                .then()
                .statusCode(303);
        assertThat(observed(log)).isEqualTo(before + 1);

        for (var reader : List.of(UNIT, BOARD, LAY)) {
            browser(reader)
                    .get(observation)
                    .then()
                    .statusCode(200)
                    .body(containsString(NOTES))
                    .body(not(containsString("OG-26")));
        }
        people.person("OG-smb-member", Role.SMB_MEMBER, "OG");
        var other = people.person("OG-lay-adviser-2", Role.LAY_ADVISER, "OG");
        browser("OG-smb-member").get(observation).then().statusCode(403);
        browser(other.name()).get(observation).then().statusCode(404);
        browser(other.name()).get(log).then().statusCode(404);
        browser(LAY).get(log).then().statusCode(200);
        // the agencies see who watched, and not what was written
        var police = circle.spocs().getFirst();
        assertThat(rows(police, "observation")).isPositive();
        assertThat(rows(police, "observation_notes")).isZero();
        assertThat(rows(circle.chair(), "observation_notes")).isZero();
    }

    @Test
    void followsTheMeetingAndEndsWithIt() {
        var meeting = stories.invited(circle, stories.accepted(circle, 2), 5);
        var observation = announced(meeting);
        people.as(
                circle.unit(),
                () -> meetings.move(meeting, stories.at(circle, 6), "Ill", circle.unit()));
        browser(LAY)
                .get(observation)
                .then()
                .body(containsString(mappa.web.Said.day(stories.today().plusDays(6))));
        people.as(circle.unit(), () -> meetings.callOff(meeting, "Snow", circle.unit()));
        browser(LAY).get(observation).then().body(containsString("Not held"));
        assertThat(mails(observation))
                .containsExactlyInAnyOrder(
                        "OBSERVATION_ANNOUNCED null",
                        "OBSERVATION_MOVED null",
                        "OBSERVATION_ENDED null");
    }

    @Test
    void isAnnouncedOnceInTimeWithAReasonByTheUnitOfTheArea() {
        var meeting = stories.invited(circle, stories.accepted(circle, 2), 1);
        var path = "/meetings/%s/observers".formatted(meeting);
        form(UNIT, path)
                .formParam("purpose", WHY)
                .post(path)
                .then()
                .statusCode(400)
                .body(containsString(WHY))
                .body(containsString("Select a lay adviser of your area"));
        form(UNIT, path)
                .formParam("layAdviser", layAdviser.personId().toString())
                .post(path)
                .then()
                .statusCode(400);
        var foreign = people.person("OH-lay-adviser", Role.LAY_ADVISER, "OH");
        announce(meeting, foreign).then().statusCode(400);
        announce(meeting, layAdviser).then().statusCode(303);
        announce(meeting, layAdviser)
                .then()
                .statusCode(409)
                .body(containsString("announced for this meeting already"));
        var observation = path(meeting);
        form(UNIT, path)
                .post(path + observation.replace("/observations", "") + "/withdrawal")
                .then()
                .statusCode(303);
        browser(UNIT).get(path).then().body(containsString("No observer is announced"));
        start(meeting);
        announce(meeting, layAdviser).then().statusCode(409).body(containsString("R-MTG-18"));
        var elsewhere = people.person("OH-administrator", Role.MAPPA_ADMINISTRATOR, "OH");
        browser(elsewhere.name()).get(path).then().statusCode(404);
        browser(elsewhere.name()).get(observation).then().statusCode(404);
        browser(elsewhere.name())
                .get("/lay-advisers/" + layAdviser.personId())
                .then()
                .statusCode(404);
    }

    // ---- steps

    private String announced(UUID meeting) {
        announce(meeting, layAdviser).then().statusCode(303);
        return path(meeting);
    }

    private static io.restassured.response.Response announce(UUID meeting, Actor adviser) {
        var path = "/meetings/%s/observers".formatted(meeting);
        return form(UNIT, path)
                .formParam("layAdviser", adviser.personId().toString())
                .formParam("purpose", WHY)
                .post(path);
    }

    private static String path(UUID meeting) {
        return "/observations/"
                + strings(
                                "select id from observation where meeting_id = '%s' order by announced_at desc"
                                        .formatted(meeting))
                        .getFirst();
    }

    private void start(UUID meeting) {
        people.as(circle.chair(), () -> meetings.start(meeting, "Brought forward", circle.chair()));
    }

    private static void refused(String observation, String why) {
        form(LAY, observation)
                .formParam("notes", NOTES)
                .post(observation + "/notes")
                .then()
                .statusCode(409)
                .body(containsString(why))
                .body(containsString("R-MTG-18"));
    }

    /// In this quarter, as the page of a lay adviser says.
    private static int observed(String log) {
        return Integer.parseInt(
                browser(BOARD)
                        .get(log)
                        .then()
                        .statusCode(200)
                        .extract()
                        .htmlPath()
                        .<String>get("**.findAll { it.name() == 'td' }[0].text()")
                        .strip());
    }

    private long rows(Actor actor, String table) {
        return people.as(
                actor,
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(
                                        () ->
                                                (Long)
                                                        entities.createNativeQuery(
                                                                        "select count(*) from "
                                                                                + table,
                                                                        Long.class)
                                                                .getSingleResult()));
    }

    private static List<String> mails(String observation) {
        return strings(
                "select kind || ' ' || coalesce(reference, 'null') from notice where thing_id = '%s'"
                        .formatted(observation.replace("/observations/", "")));
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
