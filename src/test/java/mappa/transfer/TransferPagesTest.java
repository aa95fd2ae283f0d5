package mappa.transfer;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Role;
import mappa.meeting.MeetingStories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The pages of a transfer, S-71 and S-72, as each of the two areas and a third one sees them.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class TransferPagesTest {

    private static final String SENDER = "VD-coordinator-a";
    private static final String RECEIVER = "VE-coordinator-a";

    @Inject TransferStories stories;
    @Inject MeetingStories meetings;
    @Inject TestPeople people;

    private MeetingStories.Circle from;
    private MeetingStories.Circle to;

    @BeforeEach
    void areas() {
        from = meetings.circle("VD");
        to = meetings.circle("VE");
        people.person("VF-coordinator", Role.MAPPA_COORDINATOR, "VF");
    }

    @Test
    @Tag("TRF-04")
    @Tag("TRF-05")
    void aCaseIsOfferedRecalledOfferedAgainAndDeclined() {
        var caseId = stories.met(from, 2);
        var offering = "/transfers/new/" + caseId;
        browser(SENDER).get("/cases/" + caseId).then().body(containsString(offering));
        browser(SENDER)
                .get(offering)
                .then()
                .statusCode(200)
                .body(containsString("keeps no record of orders"))
                .body(containsString("still a draft"));
        form(SENDER, offering)
                .post(offering)
                .then()
                .statusCode(400)
                .body(containsString("Select the area"));
        var page = sent(form(SENDER, offering).formParam("to", "VE").post(offering).then());
        form(SENDER, offering)
                .formParam("to", "VE")
                .post(offering)
                .then()
                .statusCode(409)
                .body(containsString("offered to an area already"));
        browser(SENDER)
                .get("/cases/" + caseId)
                .then()
                .body(containsString(page))
                .body(not(containsString(offering)));
        browser(RECEIVER).get("/transfers").then().body(containsString(page));
        form(SENDER, page).post(page + "/recall").then().statusCode(303);
        browser(RECEIVER).get(page).then().body(containsString("Recalled"));

        var again = sent(form(SENDER, offering).formParam("to", "VE").post(offering).then());
        form(RECEIVER, again)
                .post(again + "/decline")
                .then()
                .statusCode(400)
                .body(containsString("Enter why"));
        form(RECEIVER, again)
                .formParam("reason", "Not resident here")
                .post(again + "/decline")
                .then()
                .statusCode(303);
        browser(SENDER)
                .get(again)
                .then()
                .body(containsString("Not resident here"))
                .body(containsString("Keep the case here"));
        form(SENDER, again).post(again + "/keep").then().statusCode(303);
    }

    @Test
    @Tag("TRF-04")
    @Tag("SEC-02")
    void theReceivingAreaSeesMinimumFactsThenAcceptsAndSettlesTheActions() {
        var caseId = meetings.accepted(from, 2);
        stories.metWithAction(from, caseId);
        var minutes = stories.approved(from, caseId);
        var name =
                (String)
                        TransferStories.value(
                                "select n.surname from person_name n join mappa_case c on c.person_id = n.person_id where c.id = '%s'"
                                        .formatted(caseId));
        var page = "/transfers/" + stories.offered(from.team().coordinatorA(), caseId, "VE");
        browser(RECEIVER)
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("Initials"))
                .body(containsString("Level 2"))
                .body(not(containsString(name)))
                .body(not(containsString("Visit the address")))
                .body(not(containsString("/minutes/")));
        browser(RECEIVER).get("/cases/" + caseId).then().statusCode(404);
        browser(RECEIVER).get("/minutes/" + minutes).then().statusCode(404);
        browser("VF-coordinator").get(page).then().statusCode(404);
        browser("VE-administrator")
                .get(page)
                .then()
                .statusCode(200)
                .body(not(containsString("Accept the case")));
        browser("VE-inspector").get(page).then().statusCode(403);

        form(RECEIVER, page)
                .post(page + "/accept")
                .then()
                .statusCode(400)
                .body(containsString("Select the coordinator"))
                .body(containsString("Select the agency that leads here"));
        form(RECEIVER, page)
                .formParam("coordinator", to.team().coordinatorA().personId())
                .formParam("leadAgency", to.agencies().get(1))
                .post(page + "/accept")
                .then()
                .statusCode(303);
        form(RECEIVER, page)
                .formParam("coordinator", to.team().coordinatorA().personId())
                .formParam("leadAgency", to.agencies().get(1))
                .post(page + "/accept")
                .then()
                .statusCode(409)
                .body(containsString("was accepted on"));

        var shown = browser(RECEIVER).get(page).then().extract().asString();
        assertThat(shown).contains("Visit the address", "/minutes/" + minutes, "Housing");
        browser(RECEIVER)
                .get("/minutes/" + minutes)
                .then()
                .statusCode(200)
                .body(not(containsString("/addenda")))
                .body(not(containsString("/distribution")));
        browser(RECEIVER).get("/minutes").then().body(not(containsString(minutes.toString())));
        browser(SENDER)
                .get(page)
                .then()
                .body(containsString("Transferred to VE"))
                .body(not(containsString("Actions that came along")));
        browser(SENDER)
                .get("/cases/" + caseId)
                .then()
                .statusCode(200)
                .body(containsString("transferred to VE"))
                .body(not(containsString("/custody")));
        form(SENDER, "/cases/" + caseId + "/custody")
                .formParam("location", "PRISON")
                .formParam("from-day", meetings.today().getDayOfMonth())
                .formParam("from-month", meetings.today().getMonthValue())
                .formParam("from-year", meetings.today().getYear())
                .post("/cases/" + caseId + "/custody")
                .then()
                .statusCode(404);

        var action = shown.replaceFirst("(?s).*/actions/([0-9a-f-]{36})/give.*", "$1");
        form(RECEIVER, page)
                .post(page + "/actions/" + action + "/give")
                .then()
                .statusCode(400)
                .body(containsString("Select the agency"))
                .body(containsString("Enter the day"));
        var day = meetings.today().plusDays(5);
        form(RECEIVER, page)
                .formParam("agency-" + action, to.agencies().getLast())
                .formParam("due-" + action + "-day", day.getDayOfMonth())
                .formParam("due-" + action + "-month", day.getMonthValue())
                .formParam("due-" + action + "-year", day.getYear())
                .post(page + "/actions/" + action + "/give")
                .then()
                .statusCode(303);
        browser("VE-spoc-housing").get("/actions/" + action).then().statusCode(200);
    }

    @Test
    @Tag("TRF-04")
    void somebodyWhoLooksAlikeIsComparedOnThePage() {
        var given = stories.met(from, 2);
        var taken =
                stories.accepted(
                        to.team().coordinatorA(),
                        stories.offered(from.team().coordinatorA(), given, "VE"));
        var page = "/transfers/" + stories.offered(to.team().coordinatorA(), taken, "VD");
        var answer =
                form(SENDER, page)
                        .formParam("coordinator", from.team().coordinatorA().personId())
                        .formParam("leadAgency", from.agencies().get(1))
                        .post(page + "/accept")
                        .then()
                        .statusCode(400)
                        .body(containsString("Say whether it is the same person"))
                        .extract()
                        .asString();
        var field = answer.replaceFirst("(?s).*name=\"(verdict-[0-9a-f-]{36})\".*", "$1");
        form(SENDER, page)
                .formParam("coordinator", from.team().coordinatorA().personId())
                .formParam("leadAgency", from.agencies().get(1))
                .formParam(field, "SAME")
                .post(page + "/accept")
                .then()
                .statusCode(303);
        browser(SENDER).get(page).then().body(containsString("/cases/" + given));
    }

    private static String sent(ValidatableResponse answer) {
        var location = answer.statusCode(303).extract().header("Location");
        return "/transfers/"
                + UUID.fromString(location.replaceFirst(".*/transfers/([0-9a-f-]{36}).*", "$1"));
    }
}
