package mappa.departure;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.AgencyRule;
import mappa.caseload.CaseSummary;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.referral.ReferralStories;
import mappa.time.London;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Departures from guidance by their pages.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class DeparturePagesTest {

    private static final String AREA = "DPA";
    private static final Set<Role> READERS =
            Set.of(
                    Role.MAPPA_COORDINATOR,
                    Role.MAPPA_ADMINISTRATOR,
                    Role.CHAIR,
                    Role.SMB_CHAIR,
                    Role.SMB_MEMBER);
    private static final String WHAT = "The meeting waits for the surgeon";

    @Inject TestPeople people;
    @Inject ReferralStories stories;
    @Inject Departures departures;
    @Inject Clock clock;

    private ReferralStories.Team team;
    private CaseSummary known;
    private LocalDate today;

    @BeforeEach
    void somebodyKnown() {
        team = stories.team(AREA);
        known = stories.someCase(team);
        today = London.today(clock);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void unitChairsAndBoardRead(Role role) {
        people.person("departure." + role, role, role == Role.SYSTEM_ADMIN ? null : "DPB");
        browser("departure." + role)
                .get("/departures")
                .then()
                .statusCode(READERS.contains(role) ? 200 : 403);
    }

    @Test
    @Tag("GOV-01")
    void letsAStepThroughForItsThingItsRuleAndItsDays() {
        record(fields(known)).statusCode(303);
        assertThat(allows(AgencyRule.REVIEW_LEVEL_2, known.id(), today)).isTrue();
        assertThat(allows(AgencyRule.REVIEW_LEVEL_2, known.id(), today.plusDays(7))).isTrue();
        assertThat(allows(AgencyRule.REVIEW_LEVEL_2, known.id(), today.plusDays(8))).isFalse();
        assertThat(allows(AgencyRule.REVIEW_LEVEL_2, known.id(), today.minusDays(1))).isFalse();
        assertThat(allows(AgencyRule.REVIEW_LEVEL_3, known.id(), today)).isFalse();
        var other = stories.someCase(team);
        assertThat(allows(AgencyRule.REVIEW_LEVEL_2, other.id(), today)).isFalse();
        assertThat(asked(team.coordinatorA(), AREA)).isFalse();
    }

    @Test
    @Tag("GOV-01")
    void letsAnAreaDoOtherwiseAltogetherUntilItEnds() {
        var area = "DPC";
        var user = "departure.area";
        var coordinator = people.person(user, Role.MAPPA_COORDINATOR, area);
        var fields = new HashMap<>(fields(known));
        fields.put("thing", "");
        fields.put("reference", "");
        fields.put("approvedBy", coordinator.personId());
        record(user, fields).statusCode(303);
        assertThat(asked(coordinator, area)).isTrue();
        var page = browser(user).get("/departures").then().extract().asString();
        var end = page.replaceFirst("(?s).*action=\"(/departures/[0-9a-f-]{36}/end)\".*", "$1");
        form(user, "/departures/new").post(end).then().statusCode(303);
        assertThat(asked(coordinator, area)).isFalse();
        form(user, "/departures/new")
                .post(end)
                .then()
                .statusCode(400)
                .body(containsString("This departure has ended already"));
        browser(user).get("/departures").then().body(containsString("Does not stand today"));
    }

    @Test
    @Tag("GOV-01")
    void theBoardReadsWhyWithoutTheCase() {
        record(fields(known)).statusCode(303);
        people.person("departure.board", Role.SMB_MEMBER, AREA);
        browser("departure.board")
                .get("/departures")
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-79\""))
                .body(containsString("R-MTG-02"))
                .body(containsString("No operating theatre was free"))
                .body(containsString("Not shown to your role"))
                .body(not(containsString(WHAT)))
                .body(not(containsString(known.reference())))
                .body(not(containsString("formKey")));
        browser("departure.board").get("/departures/new").then().statusCode(403);
        browser(team.coordinatorA().name())
                .get("/departures")
                .then()
                .body(containsString(WHAT))
                .body(containsString(known.reference()));
    }

    @Test
    @Tag("SEC-02")
    void aChairWithoutTheCaseReadsNothingOfItEither() {
        record(fields(known)).statusCode(303);
        people.person("departure.chair", Role.CHAIR, AREA);
        browser("departure.chair")
                .get("/departures")
                .then()
                .body(containsString("No operating theatre was free"))
                .body(not(containsString(WHAT)));
        people.person("departure.elsewhere", Role.MAPPA_COORDINATOR, "DPD");
        browser("departure.elsewhere")
                .get("/departures")
                .then()
                .body(not(containsString("No operating theatre was free")));
        var foreign = new HashMap<>(fields(known));
        record("departure.elsewhere", foreign).statusCode(404);
    }

    @Test
    void refusesWhatIsNoDepartureSayingWhatIsExpected() {
        record(Map.of("what", " ", "reason", " "))
                .statusCode(400)
                .body(containsString("Select the rule that you depart from"))
                .body(containsString("Enter what is done instead"))
                .body(containsString("Enter why"))
                .body(containsString("Select who approved it"))
                .body(containsString("Enter the first day"))
                .body(containsString("Enter the last day"));
        var fields = new HashMap<>(fields(known));
        fields.put("rule", "MTG-99");
        record(fields).statusCode(400).body(containsString("Select the rule that you depart from"));
        fields = new HashMap<>(fields(known));
        fields.putAll(day("to", today.minusDays(1)));
        record(fields)
                .statusCode(400)
                .body(containsString("The last day cannot come before the first"));
        fields = new HashMap<>(fields(known));
        fields.put("approvedBy", team.referrer().personId());
        record(fields).statusCode(400).body(containsString("Select who approved it"));
        fields = new HashMap<>(fields(known));
        fields.put("reference", "Somebody by name");
        record(fields).statusCode(400);
    }

    @Test
    void saysWhereNoneIs() {
        people.person("departure.none", Role.MAPPA_COORDINATOR, "DPE");
        browser("departure.none")
                .get("/departures")
                .then()
                .body(containsString("No departure was recorded."));
    }

    private Map<String, Object> fields(CaseSummary about) {
        var fields = new HashMap<String, Object>();
        fields.put("rule", "MTG-02");
        fields.put("thing", about.id());
        fields.put("reference", about.reference());
        fields.put("what", WHAT);
        fields.put("reason", "No operating theatre was free");
        fields.put("approvedBy", team.coordinatorB().personId());
        fields.putAll(day("from", today));
        fields.putAll(day("to", today.plusDays(7)));
        return fields;
    }

    private static Map<String, Object> day(String name, LocalDate day) {
        return Map.of(
                name + "-day", day.getDayOfMonth(),
                name + "-month", day.getMonthValue(),
                name + "-year", day.getYear());
    }

    private ValidatableResponse record(Map<String, ?> fields) {
        return record(team.coordinatorA().name(), fields);
    }

    private static ValidatableResponse record(String user, Map<String, ?> fields) {
        return form(user, "/departures/new").formParams(fields).post("/departures/new").then();
    }

    private boolean allows(AgencyRule rule, UUID thing, LocalDate day) {
        return people.as(
                team.coordinatorA(),
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(() -> departures.allows(rule, thing, day)));
    }

    private boolean asked(Actor actor, String area) {
        return people.as(
                actor,
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(
                                        () ->
                                                departures.allowsInArea(
                                                        AgencyRule.REVIEW_LEVEL_2, area, today)));
    }
}
