package mappa.meeting;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.caseload.CaseloadService;
import mappa.identity.Actor;
import mappa.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The individual's part in the meetings about them (S-48).
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ContributionPagesTest {

    private static final String UNIT = "QI-administrator";
    private static final String CHAIR = "QI-meeting-chair";
    private static final String TYPED = "Told at the appointment, in plain words";

    @Inject MeetingStories stories;
    @Inject CaseloadService caseload;
    @Inject TestPeople people;
    @Inject EntityManager entities;

    private MeetingStories.Circle circle;
    private Actor owner;

    @BeforeEach
    void people() {
        circle = stories.circle("QI");
        owner = people.person("QI-owner", Role.CASE_OWNER, "QI", circle.agencies().get(1));
        people.person("QJ-coordinator", Role.MAPPA_COORDINATOR, "QJ");
    }

    private UUID ownedCase() {
        var id = stories.accepted(circle, 2);
        var unit = circle.team().coordinatorA();
        people.as(
                unit,
                () -> caseload.nameOwner(id, owner.personId(), circle.agencies().get(1), unit));
        return id;
    }

    private static String page(UUID caseId) {
        return "/cases/%s/contributions".formatted(caseId);
    }

    private RequestSpecification about(
            String who, UUID caseId, UUID meeting, String kind, String how, LocalDate on) {
        return form(who, page(caseId))
                .formParam("meeting", meeting.toString())
                .formParam("kind", kind)
                .formParam("who", "INDIVIDUAL")
                .formParam("how", how)
                .formParam("doneOn-day", on.getDayOfMonth())
                .formParam("doneOn-month", on.getMonthValue())
                .formParam("doneOn-year", on.getYear());
    }

    @Test
    @Tag("IND-01")
    @Tag("IND-02")
    @Tag("IND-03")
    void keepsWhatWasDoneForWhichMeetingByWhomAndShowsItBesideTheRecord() throws SQLException {
        var caseId = ownedCase();
        browser(UNIT).get(page(caseId)).then().statusCode(200).body(containsString("No meeting"));
        var meeting = stories.invited(circle, caseId, 1);
        for (var one :
                new String[][] {{"QI-owner", "TOLD"}, {UNIT, "INVITED"}, {CHAIR, "CONTRIBUTED"}}) {
            about(one[0], caseId, meeting, one[1], "DONE", stories.today())
                    .formParam("text", TYPED + " " + one[1])
                    .post(page(caseId))
                    .then()
                    .statusCode(303);
        }
        for (var reader : new String[] {"QI-owner", UNIT, CHAIR}) {
            browser(reader)
                    .get(page(caseId))
                    .then()
                    .statusCode(200)
                    .body(containsString(TYPED + " TOLD"))
                    .body(containsString("QI-owner"))
                    .body(containsString(TYPED + " CONTRIBUTED"))
                    .body(containsString("Not recorded"));
        }
        people.as(circle.chair(), () -> service.start(meeting, "Brought forward", circle.chair()));
        browser(CHAIR)
                .get("/meetings/%s/record/individual".formatted(meeting))
                .then()
                .body(containsString(TYPED + " INVITED"))
                .body(containsString(page(caseId)));
        assertThat(
                        count(
                                "select count(*) from audit_event where event = 'individual-involved' and '%s' = any (subject_ids)"
                                        .formatted(caseId)))
                .isEqualTo(3);
        browser(UNIT).get("/cases/" + caseId).then().body(containsString(page(caseId)));
    }

    @Inject MeetingService service;

    private static long count(String query) throws SQLException {
        try (var database = RealParts.as("mappa_owner");
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    @Tag("IND-04")
    void withholdsOnlyWithAReasonAndLosesNothingThatWasTyped() {
        var caseId = stories.accepted(circle, 2);
        var meeting = stories.arranged(circle, caseId, 3);
        about(UNIT, caseId, meeting, "TOLD", "WITHHELD", stories.today())
                .formParam("text", " ")
                .post(page(caseId))
                .then()
                .statusCode(400)
                .body(containsString("R-IND-04"))
                .body(containsString("value=\"WITHHELD\" checked"));
        about(UNIT, caseId, meeting, "CONTRIBUTED", "WITHHELD", stories.today())
                .formParam("text", TYPED)
                .post(page(caseId))
                .then()
                .statusCode(400)
                .body(containsString(TYPED))
                .body(containsString("cannot be withheld"));
        about(UNIT, caseId, meeting, "TOLD", "WITHHELD", stories.today())
                .formParam("text", "It would raise the risk to a witness")
                .post(page(caseId))
                .then()
                .statusCode(303);
        browser(UNIT)
                .get(page(caseId))
                .then()
                .body(containsString("govuk-tag--orange"))
                .body(containsString("It would raise the risk to a witness"));
    }

    @Test
    @Tag("IND-02")
    @Tag("IND-03")
    void invitesBeforeTheMeetingAndFeedsBackAfterIt() {
        var caseId = stories.accepted(circle, 2);
        var meeting = stories.arranged(circle, caseId, 3);
        about(UNIT, caseId, meeting, "FED_BACK", "DONE", stories.today())
                .formParam("text", TYPED)
                .post(page(caseId))
                .then()
                .statusCode(400)
                .body(containsString("Feedback follows the meeting"))
                .body(containsString(TYPED));
        about(UNIT, caseId, meeting, "INVITED", "DONE", stories.today().plusDays(1))
                .formParam("text", TYPED)
                .post(page(caseId))
                .then()
                .statusCode(400)
                .body(containsString("must not be later than today"));
        form(UNIT, page(caseId))
                .post(page(caseId))
                .then()
                .statusCode(400)
                .body(containsString("Choose the meeting"))
                .body(containsString("Say which day"));
    }

    @Test
    @Tag("IND-05")
    void asksForParentsOrCarersOfAChildAlone() {
        var caseId = stories.accepted(circle, 2);
        var meeting = stories.arranged(circle, caseId, 3);
        browser(UNIT)
                .get(page(caseId))
                .then()
                .body(not(containsString("value=\"PARENTS_OR_CARERS\"")));
        parents(caseId, meeting).then().statusCode(400).body(containsString("under 18"));
        MeetingStories.execute(
                "update person set date_of_birth = '%s', date_of_birth_missing = null where id = (select person_id from mappa_case where id = '%s')"
                        .formatted(stories.today().minusYears(16), caseId));
        browser(UNIT).get(page(caseId)).then().body(containsString("value=\"PARENTS_OR_CARERS\""));
        parents(caseId, meeting).then().statusCode(303);
        browser(UNIT).get(page(caseId)).then().body(containsString("Mother told at home"));
    }

    private io.restassured.response.Response parents(UUID caseId, UUID meeting) {
        var today = stories.today();
        return form(UNIT, page(caseId))
                .formParam("meeting", meeting.toString())
                .formParam("kind", "TOLD")
                .formParam("who", "PARENTS_OR_CARERS")
                .formParam("how", "DONE")
                .formParam("doneOn-day", today.getDayOfMonth())
                .formParam("doneOn-month", today.getMonthValue())
                .formParam("doneOn-year", today.getYear())
                .formParam("text", "Mother told at home")
                .post(page(caseId));
    }

    @Test
    @Tag("SEC-02")
    @Tag("SEC-05")
    void isForOwnerUnitAndChairAlone() {
        var caseId = ownedCase();
        var meeting = stories.arranged(circle, caseId, 3);
        about(UNIT, caseId, meeting, "TOLD", "DONE", stories.today())
                .formParam("text", TYPED)
                .post(page(caseId))
                .then()
                .statusCode(303);
        people.person("QI-other-owner", Role.CASE_OWNER, "QI", circle.agencies().get(1));
        people.person("QI-other-chair", Role.CHAIR, "QI", circle.agencies().get(1));
        browser("QI-other-owner").get(page(caseId)).then().statusCode(404);
        browser("QI-other-chair").get(page(caseId)).then().statusCode(404);
        browser("QJ-coordinator").get(page(caseId)).then().statusCode(404);
        browser("QI-spoc-police").get(page(caseId)).then().statusCode(403);
        var stranger = people.person("QJ-coordinator", Role.MAPPA_COORDINATOR, "QJ");
        assertThat(rows(stranger, meeting)).isZero();
        assertThat(rows(circle.unit(), meeting)).isOne();
    }

    private long rows(Actor actor, UUID meeting) {
        return people.as(
                actor,
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(
                                        () ->
                                                (Long)
                                                        entities.createNativeQuery(
                                                                        "select count(*) from involvement where meeting_id = :meeting",
                                                                        Long.class)
                                                                .setParameter("meeting", meeting)
                                                                .getSingleResult()));
    }
}
