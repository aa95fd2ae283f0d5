package mappa.agency;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import mappa.time.London;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class SettingPagesTest {

    private static final String AREA = "AGS";
    private static final String COORDINATOR = "settings-coordinator";
    private static final String ADMINISTRATOR = "settings-administrator";

    @Inject TestPeople people;
    @Inject Areas areas;
    @Inject Actors actors;
    @Inject Clock clock;

    private Actor coordinator;

    @BeforeEach
    void people() {
        coordinator = people.person(COORDINATOR, Role.MAPPA_COORDINATOR, AREA);
        people.person(ADMINISTRATOR, Role.MAPPA_ADMINISTRATOR, AREA);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SYSTEM_ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void everyRoleReads(Role role) {
        people.person("settings-" + role, role, AREA);
        browser("settings-" + role)
                .get("/settings")
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-111\""))
                .body(containsString("112 days"))
                .body(containsString("National rule: can only be tightened (R-MTG-02)"))
                .body(containsString("Not found in public guidance: local policy (R-REF-11)"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "MAPPA_COORDINATOR", mode = EnumSource.Mode.EXCLUDE)
    void onlyACoordinatorChanges(Role role) {
        people.person("settings-" + role, role, role == Role.SYSTEM_ADMIN ? null : AREA);
        var key = formKey(COORDINATOR, "/settings/panel-days");
        for (var path :
                new String[] {
                    "/settings/panel-days",
                    "/settings/panel",
                    "/settings/panel/POLICE_DI",
                    "/working-days"
                }) {
            browser("settings-" + role)
                    .formParam("formKey", key)
                    .post(path)
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(400, 403));
        }
        assertThat(areas.settings(AREA).panelDays()).isEqualTo(5);
    }

    @Test
    void saysToOthersWhoCanChange() {
        browser(ADMINISTRATOR)
                .get("/settings/review-days-level-2")
                .then()
                .statusCode(200)
                .body(containsString("Only a coordinator of the area can change this"))
                .body(not(containsString("formKey")));
    }

    @Test
    void letsSomebodyWithoutAnAreaChooseOne() {
        people.person("settings-system", Role.SYSTEM_ADMIN, null);
        browser("settings-system")
                .get("/settings")
                .then()
                .statusCode(200)
                .body(containsString("/settings?area=" + AREA));
        browser("settings-system")
                .get("/settings?area=" + AREA)
                .then()
                .statusCode(200)
                .body(containsString("/settings/panel?area=" + AREA));
        browser("settings-system").get("/settings/panel?area=" + AREA).then().statusCode(200);
        browser("settings-system").get("/settings/panel?area=ZZZ").then().statusCode(404);
    }

    @Test
    void neverShowsTheSettingsOfAnotherArea() {
        people.person("settings-elsewhere", Role.MAPPA_COORDINATOR, "AGT");
        browser("settings-elsewhere")
                .get("/settings?area=" + AREA)
                .then()
                .statusCode(200)
                .body(containsString("AGT"))
                .body(not(containsString(">" + AREA + "<")));
    }

    @Test
    @Tag("REF-07")
    void setsANumberFromADayAndKeepsWhatWasBefore() {
        var today = London.today(clock);
        setting("answer-days", "8", today)
                .post("/settings/answer-days")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/settings?alert=agency.alert.changed"));
        setting("answer-days", "7", today.plusDays(3))
                .post("/settings/answer-days")
                .then()
                .statusCode(303);
        assertThat(areas.settings(AREA).answerDays()).isEqualTo(8);
        assertThat(areas.settings(AREA, today.plusDays(3)).answerDays()).isEqualTo(7);
        browser(COORDINATOR)
                .get("/settings/answer-days")
                .then()
                .body(containsString("8 working days"))
                .body(containsString("7 working days"))
                .body(containsString("(to come)"))
                .body(containsString(COORDINATOR));
        assertThat(audited("setting-changed", "answer-days")).isEqualTo(2);
    }

    @Test
    @Tag("MTG-02")
    void refusesToLoosenANationalLimitWithTheRule() {
        setting("review-days-level-2", "113", London.today(clock))
                .post("/settings/review-days-level-2")
                .then()
                .statusCode(409)
                .body(
                        containsString(
                                "16 weeks is the longest allowed (R-MTG-02). You can set less."))
                .body(containsString("National rule."))
                .body(containsString("value=\"113\""))
                .body("html.head.title", startsWith("Error:"));
        assertThat(areas.settings(AREA).reviewDays(2)).isEqualTo(112);
    }

    @Test
    @Tag("NOT-02")
    void refusesALongerWindowWithTheRule() {
        setting("window-months", "7", London.today(clock))
                .post("/settings/window-months")
                .then()
                .statusCode(409)
                .body(
                        containsString(
                                "6 months is the longest allowed (R-NOT-02). You can set less."));
    }

    @Test
    void saysWhichFieldIsWrongAndKeepsWhatWasTyped() {
        setting("panel-days", "soon", London.today(clock))
                .post("/settings/panel-days")
                .then()
                .statusCode(400)
                .body(containsString("Enter a whole number. You typed: soon"))
                .body(containsString("value=\"soon\""));
        form(COORDINATOR, "/settings/panel-days")
                .formParam("value", "4")
                .formParam("from-day", "31")
                .formParam("from-month", "2")
                .formParam("from-year", "2027")
                .post("/settings/panel-days")
                .then()
                .statusCode(400)
                .body(containsString("Enter a real date"));
        browser(COORDINATOR).get("/settings/no-such-setting").then().statusCode(404);
        browser(COORDINATOR).get("/settings/panel/NOBODY").then().statusCode(404);
    }

    @Test
    void refusesToOverruleAChangeThatWasNotRead() {
        setting("draft-days", "60", London.today(clock))
                .post("/settings/draft-days")
                .then()
                .statusCode(303);
        form(COORDINATOR, "/settings/draft-days")
                .formParam("version", "0")
                .formParam("value", "30")
                .formParams(date(London.today(clock)))
                .post("/settings/draft-days")
                .then()
                .statusCode(409)
                .body(containsString("Somebody else changed this"))
                .body(containsString("value=\"30\""));
        assertThat(areas.settings(AREA).draftDays()).isEqualTo(60);
    }

    @Test
    void changesOnceWhenAFormIsSentTwice() {
        var key = formKey(COORDINATOR, "/settings/incomplete-days");
        for (int i = 0; i < 2; i++) {
            browser(COORDINATOR)
                    .formParam("formKey", key)
                    .formParam("version", "0")
                    .formParam("value", "21")
                    .formParams(date(London.today(clock)))
                    .post("/settings/incomplete-days")
                    .then()
                    .statusCode(303);
        }
        assertThat(audited("setting-changed", "incomplete-days")).isEqualTo(1);
    }

    @Test
    @Tag("REF-14")
    void changesSeatsAndVotesTogether() {
        people.person("panel-coordinator", Role.MAPPA_COORDINATOR, "AGP");
        var page = form("panel-coordinator", "/settings/panel");
        page.formParam("seats", "COORDINATOR_A")
                .formParam("votesNeeded", "2")
                .formParams(date(London.today(clock)))
                .post("/settings/panel")
                .then()
                .statusCode(409)
                .body(containsString("With 1 seat the votes needed must be from 1"))
                .body(containsString("Rule R-REF-14."));
        form("panel-coordinator", "/settings/panel")
                .formParam("seats", "COORDINATOR_A")
                .formParam("votesNeeded", "1")
                .formParams(date(London.today(clock)))
                .post("/settings/panel")
                .then()
                .statusCode(303);
        assertThat(areas.settings("AGP").seats()).containsExactly("COORDINATOR_A");
        assertThat(areas.settings("AGP").votesNeeded()).isEqualTo(1);
    }

    @Test
    @Tag("REF-03")
    void namesWhoSitsOnASeatAndWhoTakesOver() {
        people.person("seat-coordinator", Role.MAPPA_COORDINATOR, "AGU");
        var second = people.person("seat-second", Role.MAPPA_COORDINATOR, "AGU");
        var deputy = people.person("seat-deputy", Role.MAPPA_COORDINATOR, "AGU");
        name("COORDINATOR_B", second, deputy)
                .post("/settings/panel/COORDINATOR_B")
                .then()
                .statusCode(303);
        var seat = areas.seats("AGU").get(1);
        assertThat(seat.holder()).isEqualTo(second.personId());
        assertThat(seat.deputies()).containsExactly(deputy.personId());
        name("COORDINATOR_A", second, deputy)
                .post("/settings/panel/COORDINATOR_A")
                .then()
                .statusCode(409)
                .body(containsString("holds another seat"))
                .body(containsString("Rule R-REF-03."));
        actors.end(second.acting().id());
        assertThat(areas.seats("AGU").get(1).holder()).isNull();
        browser("seat-coordinator")
                .get("/settings/panel")
                .then()
                .body(containsString("no longer in this role"));
    }

    private RequestSpecification name(String seat, Actor holder, Actor deputy) {
        return form("seat-coordinator", "/settings/panel/" + seat)
                .formParam("holder", holder.personId())
                .formParam("deputy", deputy.personId())
                .formParams(date(London.today(clock)));
    }

    @Test
    void changesAWorkingDay() {
        people.person("day-coordinator", Role.MAPPA_COORDINATOR, "AGW");
        var day = areas.workingDays("AGW").next(London.today(clock));
        form("day-coordinator", "/working-days")
                .formParams(date("day", day))
                .formParam("working", "NO")
                .formParam("reason", "Offices closed")
                .post("/working-days")
                .then()
                .statusCode(303);
        assertThat(areas.workingDays("AGW").isWorkingDay(day)).isFalse();
        assertThat(areas.workingDays("AGX").isWorkingDay(day)).isTrue();
        browser("day-coordinator")
                .get("/working-days")
                .then()
                .statusCode(200)
                .body(containsString("Offices closed"))
                .body(containsString("data-screen=\"S-114\""));
        form("day-coordinator", "/working-days")
                .formParams(date("day", day))
                .formParam("working", "NO")
                .post("/working-days")
                .then()
                .statusCode(400)
                .body(containsString("Enter the reason"));
    }

    private RequestSpecification setting(String setting, String value, LocalDate from) {
        var path = "/settings/" + setting;
        var page = browser(COORDINATOR).get(path).then().statusCode(200).extract().asString();
        var version = page.replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        return form(COORDINATOR, path)
                .formParam("version", version)
                .formParam("value", value)
                .formParams(date(from));
    }

    private static java.util.Map<String, Object> date(LocalDate day) {
        return date("from", day);
    }

    private static java.util.Map<String, Object> date(String field, LocalDate day) {
        return java.util.Map.of(
                field + "-day", day.getDayOfMonth(),
                field + "-month", day.getMonthValue(),
                field + "-year", day.getYear());
    }

    private static int audited(String event, String setting) {
        try (var database = RealParts.as("mappa_auditor");
                var query =
                        database.prepareStatement(
                                "select count(*) from audit_event where area_code = ? and event = ?"
                                        + " and detail ->> 'setting' = ?")) {
            query.setString(1, AREA);
            query.setString(2, event);
            query.setString(3, setting);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
