package mappa.agency;

import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Role;
import mappa.time.London;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An area's numbers by programs.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class SettingApiTest {

    private static final String PATH = "/api/settings/PANEL_DAYS";

    @Inject TestPeople people;

    @BeforeEach
    void somebodyWhoMay() {
        people.person("setting.program", Role.MAPPA_COORDINATOR, "SA");
        people.person("setting.reader", Role.REFERRER, "SA");
    }

    @Test
    @Tag("REF-11")
    void setsANumberThatNobodyElseSetMeanwhile() {
        int version = get(PATH).extract().path("version");
        put(PATH, change("4", version)).statusCode(204);
        get(PATH).body("value", equalTo("4")).body("version", equalTo(version + 1));
        put(PATH, change("3", version))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/changed"));
        get(PATH).body("value", equalTo("4"));
    }

    @Test
    void refusesWhatIsLooserThanTheRuleAndWhatIsNoNumber() {
        for (var value : new String[] {"0", "21", "four", ""}) {
            int version = get(PATH).extract().path("version");
            var refused = put(PATH, change(value, version)).extract();
            assertThat(refused.statusCode()).as(value).isIn(400, 409);
            assertThat(refused.contentType()).as(value).startsWith("application/problem+json");
        }
        put(PATH, Map.of("value", "4"))
                .statusCode(400)
                .body("errors.pointer", hasItem("#/version"));
        program("setting.reader").get(PATH).then().statusCode(200);
        program("setting.reader")
                .contentType("application/json")
                .body(change("4", 0))
                .put(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void tellsThePanelAndTheCalendar() {
        get("/api/settings/panel").body("area", equalTo("SA")).body("votesNeeded", equalTo(2));
        get("/api/settings/working-days").body("bankHolidays[0]", startsWith("20"));
        get("/api/settings").body("setting", hasItems("PANEL_DAYS", "REVIEW_DAYS_LEVEL_2"));
        program("setting.program").get("/api/settings/NO_SUCH").then().statusCode(404);
    }

    private static Map<String, Object> change(String value, int version) {
        var today = London.today(Clock.systemUTC()).toString();
        return Map.of("value", value, "from", today, "version", version);
    }

    private static ValidatableResponse get(String path) {
        return program("setting.program").get(path).then().statusCode(200);
    }

    private static ValidatableResponse put(String path, Map<String, Object> body) {
        return program("setting.program")
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }
}
