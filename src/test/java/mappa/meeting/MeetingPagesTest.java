package mappa.meeting;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import mappa.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The pages of a meeting, from its arrangement to its closing, over HTTP.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MeetingPagesTest {

    private static final String UNIT = "MP-administrator";
    private static final String CHAIR = "MP-meeting-chair";
    private static final String SPOC = "MP-spoc-housing";

    @Inject MeetingStories stories;
    @Inject RecordService records;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("MP");
    }

    @Test
    @Tag("MTG-07")
    void arrangesInvitesAnswersHoldsAndCloses() {
        var caseId = stories.accepted(circle, 2);
        var page = "/meetings/new/%s".formatted(caseId);
        browser(UNIT).get(page).then().statusCode(200).body(containsString("Last date: "));
        var on = stories.today().plusDays(3);
        var time = stories.free(circle, on).toLocalTime();
        var path =
                form(UNIT, page)
                        .formParam("type", "INITIAL")
                        .formParam("on-day", on.getDayOfMonth())
                        .formParam("on-month", on.getMonthValue())
                        .formParam("on-year", on.getYear())
                        .formParam("time", time.toString())
                        .formParam("minutes", 15)
                        .formParam("mode", "TEAMS")
                        .formParam("chair", circle.chair().personId().toString())
                        .post(page)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location")
                        .replaceAll("\\?.*", "");
        var id = path.replaceAll(".*/meetings/|/invitations", "");
        browser(UNIT)
                .get(path)
                .then()
                .body(containsString("Police"))
                .body(containsString("responsible authority"));
        form(UNIT, path)
                .formParam("action", "send")
                .formParam("agency", circle.agencies().stream().map(UUID::toString).toList())
                .post(path)
                .then()
                .statusCode(303);

        browser(SPOC)
                .get("/meetings")
                .then()
                .statusCode(200)
                .body(containsString("/meetings/" + id));
        var own =
                stories.meeting(circle, UUID.fromString(id)).invitations().stream()
                        .filter(one -> one.agencyId().equals(circle.agencies().get(2)))
                        .findFirst()
                        .orElseThrow()
                        .id();
        form(SPOC, "/invitations/" + own)
                .formParam("answer", "NOTHING_KNOWN")
                .formParam("systemsChecked", "Housing register")
                .formParam("checkedOn-day", stories.today().getDayOfMonth())
                .formParam("checkedOn-month", stories.today().getMonthValue())
                .formParam("checkedOn-year", stories.today().getYear())
                .post("/invitations/" + own)
                .then()
                .statusCode(303);
        browser(UNIT)
                .get(path)
                .then()
                .body(containsString("1 of 3 answered. 1 of 3 said what they know."));

        form(CHAIR, "/meetings/" + id)
                .formParam("reason", "Brought forward")
                .post("/meetings/%s/start".formatted(id))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/record/opening"));
        var opening = "/meetings/%s/record/opening".formatted(id);
        form(UNIT, opening)
                .formParam("action", "next")
                .formParam("statement", "READ")
                .formParam("recording", "NO")
                .formParam("saves-statement", 0)
                .post(opening)
                .then()
                .statusCode(303)
                .header("Location", containsString("/record/attendance"));
        var closing = "/meetings/%s/closing".formatted(id);
        browser(CHAIR)
                .get(closing)
                .then()
                .statusCode(200)
                .body(containsString("Disclosure has not been decided"))
                .body(not(containsString("statement has not been read")));
        form(CHAIR, closing)
                .post(closing)
                .then()
                .statusCode(409)
                .body(containsString("The meeting cannot be closed yet"));
        stories.complete(circle, UUID.fromString(id), "STAY", null);
        form(CHAIR, closing).post(closing).then().statusCode(303);
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(stories.today().plusDays(112));
    }

    @Test
    @Tag("MTG-12")
    void anAttendanceThatCannotBeComesBackWithWhatWasTypedInBothForms() {
        var id = stories.started(circle, stories.accepted(circle, 2), 1);
        stories.write(circle.unit(), id, RecordSection.ATTENDANCE, "chairThere", "YES");
        var page = "/meetings/%s/record/attendance".formatted(id);
        var agency = circle.agencies().getFirst();
        form(UNIT, page)
                .formParam("saves-" + agency, 0)
                .formParam("was-" + agency, "|||||")
                .formParam("kind-" + agency, "ATTENDED")
                .formParam("name-" + agency, "Whoever came for the police")
                .formParam("joined-" + agency, "half past")
                .post("/meetings/%s/attendance".formatted(id))
                .then()
                .statusCode(400)
                .body(containsString("value=\"Whoever came for the police\""))
                .body(containsString("value=\"half past\""))
                .body(containsString("href=\"#joined-" + agency + "\""))
                .body(containsString("value=\"YES\" checked"));
        assertThat(stories.as(circle.unit(), () -> records.attendance(id, circle.unit())))
                .noneMatch(one -> one.kind() != null);
    }

    @Test
    void anArrangementWithoutADayComesBackWithWhatWasTyped() {
        var page = "/meetings/new/%s".formatted(stories.accepted(circle, 2));
        form(UNIT, page)
                .formParam("place", "Room 9 of the annexe")
                .formParam("time", "quarter past")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Room 9 of the annexe"))
                .body(containsString("You wrote quarter past"))
                .body(containsString("Give the day of the meeting"));
    }

    @Test
    void aMeetingOfOthersIsNotThere() {
        var id = stories.invited(circle, stories.accepted(circle, 2), 5);
        stories.circle("MQ");
        browser("MQ-administrator").get("/meetings/" + id).then().statusCode(404);
        browser("MQ-spoc-police").get("/meetings/" + id).then().statusCode(404);
    }
}
