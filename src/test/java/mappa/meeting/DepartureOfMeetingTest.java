package mappa.meeting;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A meeting past its limit stands on a departure from guidance, or not at all.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class DepartureOfMeetingTest {

    private static final String UNIT = "MDP-administrator";
    private static final String CHAIR = "MDP-meeting-chair";

    @Inject MeetingStories stories;
    @Inject TestPeople people;

    private MeetingStories.Circle circle;
    private UUID caseId;
    private LocalDate limit;
    private String page;

    @BeforeEach
    void aReviewIsDue() {
        circle = stories.circle("MDP");
        caseId = stories.accepted(circle, 2);
        var first = stories.started(circle, caseId, 1);
        stories.complete(circle, first, "STAY", null);
        stories.close(circle, first);
        limit = stories.cycle(circle, caseId).dueOn();
        page = "/meetings/new/" + caseId;
    }

    @Test
    @Tag("GOV-01")
    @Tag("MTG-02")
    void aDayPastTheLimitIsLetThroughByADepartureForThatDayAlone() {
        arrange(page, limit.plusDays(1))
                .statusCode(409)
                .body(containsString("This is past the limit (R-MTG-02)"))
                .body(containsString("/departures/new?rule=MTG-02&amp;thing=" + caseId));
        depart("MTG-02", caseId, limit.plusDays(1));
        arrange(page, limit.plusDays(2)).statusCode(409);
        var path = arrange(page, limit.plusDays(1)).statusCode(303).extract().header("Location");
        var id = path.replaceAll(".*/meetings/|/invitations.*", "");
        for (var reader : new String[] {UNIT, CHAIR}) {
            browser(reader)
                    .get("/meetings/%s/invitations".formatted(id))
                    .then()
                    .statusCode(200)
                    .body(containsString("Past the limit on a departure from guidance"))
                    .body(containsString("R-MTG-02"))
                    .body(containsString("The only chair is in hospital"))
                    .body(containsString(circle.team().coordinatorB().name()));
        }
        assertThat(stories.meeting(circle, UUID.fromString(id)).pastLimit()).isTrue();
        var change = "/meetings/%s/changes/new".formatted(id);
        arrange(change, limit.plusDays(3)).statusCode(409).body(containsString("R-MTG-02"));
        arrange(change, limit).statusCode(303);
        browser(UNIT)
                .get("/meetings/%s/invitations".formatted(id))
                .then()
                .body(not(containsString("Past the limit")));
    }

    @Test
    @Tag("GOV-01")
    void aDepartureFromAnotherRuleOrOfAnotherCaseLetsNothingThrough() {
        depart("MTG-03", caseId, limit.plusDays(1));
        depart("MTG-02", stories.accepted(circle, 2), limit.plusDays(1));
        arrange(page, limit.plusDays(1)).statusCode(409);
    }

    @Test
    @Tag("GOV-01")
    void anAreaAsAWholeDepartsFromWhatIsLocalAndNeverFromWhatIsNational() {
        depart("MTG-02", null, limit.plusDays(1));
        arrange(page, limit.plusDays(1)).statusCode(409);
        depart("REF-12", null, stories.today().plusDays(300));
        var another = stories.accepted(circle, 2);
        var due = stories.cycle(circle, another);
        assertThat(due.rule()).isEqualTo("REF-12");
        arrange("/meetings/new/" + another, due.dueOn().plusDays(1)).statusCode(303);
    }

    @Test
    @Tag("GOV-01")
    void theLinkBringsRuleCaseAndDay() {
        var link =
                "/departures/new?rule=MTG-02&thing=%s&reference=%s&to=2026-12-24"
                        .formatted(caseId, stories.cycle(circle, caseId).reference());
        browser(UNIT)
                .get(link)
                .then()
                .statusCode(200)
                .body(containsString("value=\"MTG-02\" selected"))
                .body(containsString("name=\"thing\" value=\"%s\"".formatted(caseId)))
                .body(containsString("value=\"24\""));
    }

    private ValidatableResponse arrange(String page, LocalDate on) {
        return form(UNIT, page)
                .formParams(day("on", on))
                .formParam("type", "REVIEW")
                .formParam("time", stories.free(circle, on).toLocalTime().toString())
                .formParam("minutes", 15)
                .formParam("mode", "TEAMS")
                .formParam("chair", circle.chair().personId().toString())
                .formParam("reason", "Asked for")
                .post(page)
                .then();
    }

    private void depart(String rule, @Nullable UUID thing, LocalDate until) {
        var fields = new HashMap<String, Object>();
        fields.put("rule", rule);
        fields.put("thing", thing == null ? "" : thing);
        fields.put("reference", thing == null ? "" : stories.cycle(circle, thing).reference());
        fields.put("what", "The meeting waits a day");
        fields.put("reason", "The only chair is in hospital");
        fields.put("approvedBy", circle.team().coordinatorB().personId());
        fields.putAll(day("from", stories.today()));
        fields.putAll(day("to", until));
        form(UNIT, "/departures/new")
                .formParams(fields)
                .post("/departures/new")
                .then()
                .statusCode(303)
                .header("Location", endsWith("departure.alert.recorded"));
    }

    private static Map<String, Object> day(String name, LocalDate day) {
        return Map.of(
                name + "-day", day.getDayOfMonth(),
                name + "-month", day.getMonthValue(),
                name + "-year", day.getYear());
    }
}
