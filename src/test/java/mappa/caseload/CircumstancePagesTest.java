package mappa.caseload;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Role;
import mappa.referral.ReferralStories;
import mappa.time.London;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What about a case asks for agencies, by its page.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CircumstancePagesTest {

    private static final String AREA = "CIR";
    private static final String OWNER = "CIR-owner";

    @Inject TestPeople people;
    @Inject ReferralStories stories;
    @Inject CaseloadService caseload;
    @Inject Clock clock;

    private UUID caseId;
    private String unit;
    private String page;
    private LocalDate today;

    @BeforeEach
    void aCaseWithItsOwner() {
        var team = stories.team(AREA);
        unit = team.coordinatorA().name();
        caseId = stories.someCase(team).id();
        page = "/cases/%s/circumstances".formatted(caseId);
        today = London.today(clock);
        var probation = people.agency(AREA, "Probation");
        var owner = people.person(OWNER, Role.CASE_OWNER, AREA, probation);
        people.as(
                team.coordinatorA(),
                () -> caseload.nameOwner(caseId, owner.personId(), probation, team.coordinatorA()));
    }

    @Test
    @Tag("MTG-07")
    void theOwnerSaysWhatIsSoSinceWhenAndWhyAndTheUnitEndsIt() {
        browser(OWNER).get(page).then().body(containsString("Nothing is recorded"));
        set(OWNER, "ARSON", today.minusDays(3), "Two fires at the last address").statusCode(303);
        browser(unit)
                .get(page)
                .then()
                .body(containsString("Has set fires, or may"))
                .body(containsString("Two fires at the last address"))
                .body(containsString(OWNER));
        set(unit, "ARSON", today, "Again")
                .statusCode(400)
                .body(containsString("This is recorded already and lasts"));
        end(unit, today.minusDays(4), "An error").statusCode(400).body(containsString("An error"));
        end(unit, today, "").statusCode(400).body(containsString("Enter why it is so no longer"));
        end(unit, today, "The report was of another person").statusCode(303);
        browser(OWNER)
                .get(page)
                .then()
                .body(containsString("Two fires at the last address"))
                .body(containsString("The report was of another person"))
                .body(containsString("Ended"));
        set(OWNER, "ARSON", today.minusDays(1), "Once more")
                .statusCode(400)
                .body(containsString("It is recorded already from"));
        browser(OWNER)
                .get("/cases/%s/events?kind=CIRCUMSTANCE".formatted(caseId))
                .then()
                .body(containsString("Has set fires, or may since"))
                .body(containsString("Has set fires, or may no longer"));
    }

    @Test
    void whatIsMissingIsSaidAtOnceAndNothingTypedIsLost() {
        form(OWNER, page)
                .formParam("reason", " ")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Select what is so"))
                .body(containsString("Enter since when it is so"))
                .body(containsString("Enter why"));
        set(OWNER, "VICTIM_CONTACT", today.plusDays(1), "Told by the liaison officer")
                .statusCode(400)
                .body(containsString("Told by the liaison officer"));
    }

    @Test
    @Tag("SEC-02")
    void othersNeitherReadNorSayIt() {
        set(OWNER, "IMMIGRATION", today, "A notice was served").statusCode(303);
        people.person("CIR-other-owner", Role.CASE_OWNER, AREA);
        browser("CIR-other-owner").get(page).then().statusCode(404);
        people.person("CIS-owner", Role.CASE_OWNER, "CIS");
        browser("CIS-owner").get(page).then().statusCode(404);
        program("CIR-other-owner")
                .contentType("application/json")
                .body(Map.of("kind", "ARSON", "from", today.toString(), "reason", "No"))
                .post("/api" + page)
                .then()
                .statusCode(404)
                .body(not(containsString("notice")));
    }

    @Test
    @Tag("SEC-05")
    void nothingThatWasSaidCanBeOverwrittenOrDeleted() throws SQLException {
        try (var app = RealParts.as("mappa_app");
                var rows =
                        app.createStatement()
                                .executeQuery(
                                        """
                                        select has_table_privilege('circumstance', 'delete'),
                                               has_column_privilege('circumstance', 'reason', 'update'),
                                               has_table_privilege('left_out_agency', 'delete, update'),
                                               has_table_privilege('occasion_list', 'delete, update')
                                        """)) {
            rows.next();
            for (int i = 1; i <= 4; i++) {
                assertThat(rows.getBoolean(i)).isFalse();
            }
        }
    }

    private ValidatableResponse set(String user, String kind, LocalDate from, String reason) {
        return form(user, page)
                .formParam("kind", kind)
                .formParam("from-day", from.getDayOfMonth())
                .formParam("from-month", from.getMonthValue())
                .formParam("from-year", from.getYear())
                .formParam("reason", reason)
                .post(page)
                .then();
    }

    private ValidatableResponse end(String user, LocalDate on, String reason) {
        var shown = browser(user).get(page).then().extract().asString();
        var id = shown.replaceFirst("(?s).*/circumstances/([0-9a-f-]{36})/end\".*", "$1");
        return form(user, page)
                .formParam("on-%s-day".formatted(id), on.getDayOfMonth())
                .formParam("on-%s-month".formatted(id), on.getMonthValue())
                .formParam("on-%s-year".formatted(id), on.getYear())
                .formParam("reason-" + id, reason)
                .post(page + "/" + id + "/end")
                .then();
    }
}
