package mappa.caseload;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.time.London;
import mappa.web.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CasePagesTest {

    private static final String UNIT = "case-unit";

    @Inject TestPeople people;
    @Inject CaseloadService caseload;
    @Inject Clock clock;

    private Actor unit;
    private UUID probation;
    private LocalDate today;

    @BeforeEach
    void somebodyOfTheUnit() {
        unit = people.person(UNIT, Role.MAPPA_COORDINATOR, "CCA");
        probation = people.agency("CCA", "Probation Service");
        today = London.today(clock);
        people.person("case-stranger", Role.MAPPA_COORDINATOR, "CCB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/custody",
                "/levels",
                "/levels/end",
                "/events",
                "/accesses",
                "/addresses",
                "/identifiers"
            })
    @Tag("SEC-02")
    void everyPageOfACaseHasOneHeadingForTheUnitAndIsNotThereForAnotherArea(String page) {
        var opened = aCase("Inglewhite", "Dorothea");
        var path = "/cases/" + opened.id() + page;

        var html = browser(UNIT).get(path).then().statusCode(200).extract().asString();

        assertThat(html.split("<h1", -1)).hasSize(2);
        assertThat(html).contains("Dorothea Inglewhite", opened.reference());
        assertThat(html.substring(html.indexOf("<title>"), html.indexOf("</title>")))
                .contains(opened.reference())
                .doesNotContain("Inglewhite");
        assertThat(html).containsPattern("data-screen=\"S-2[1-7]\"");
        browser("case-stranger").get(path).then().statusCode(404);
        browser(UNIT).get("/cases/" + UUID.randomUUID() + page).then().statusCode(404);
    }

    @Test
    void showsUnknownAsUnknown() {
        var opened = aCase("Jessamine", "Absalom");

        browser(UNIT)
                .get("/cases/" + opened.id())
                .then()
                .body(containsString("In no category now"))
                .body(containsString("Not recorded"))
                .body(containsString("Asked, not known"));
        browser(UNIT)
                .get("/cases/" + opened.id() + "/levels")
                .then()
                .body(containsString("No category has been recorded"))
                .body(containsString("Nobody has recorded such a check"));
        browser(UNIT)
                .get("/cases/" + opened.id() + "/addresses")
                .then()
                .body(containsString("No address is recorded"));
        browser(UNIT)
                .get("/cases/" + opened.id() + "/identifiers")
                .then()
                .body(containsString("No identifier is recorded"));
    }

    @Test
    @Tag("CAT-12")
    void saysThatThePersonIsAChild() {
        var person =
                people.as(
                        unit,
                        () ->
                                CaseloadFixtures.create(
                                        caseload,
                                        PersonDetails.of(
                                                PersonName.of("Kirkbride", "Tansy"),
                                                Fact.known(today.minusYears(18).plusDays(1))),
                                        unit));
        var opened = people.as(unit, () -> caseload.openCaseFor(person, "CCA", unit));

        browser(UNIT)
                .get("/cases/" + opened.id())
                .then()
                .body(allOf(containsString("age 17"), containsString("Child")));
    }

    @Test
    void showsCategoryLevelAndLeadAgency() {
        var opened = aCase("Lambrigg", "Cuthbert");
        open(opened.id(), Category.CATEGORY_3, Basis.DISCRETIONARY, Level.LEVEL_2, today);

        browser(UNIT)
                .get("/cases/" + opened.id())
                .then()
                .body(containsString("Category 3"))
                .body(containsString("discretionary"))
                .body(containsString("govuk-tag--blue\">Level 2"))
                .body(containsString("Probation Service"));
    }

    @Test
    void showsWhatStoodOnADay() {
        var opened = aCase("Mossergill", "Drusilla");
        var before = today.minusDays(40);
        open(opened.id(), Category.CATEGORY_1, Basis.STATUTORY, Level.LEVEL_1, before);
        people.as(
                unit,
                () ->
                        caseload.setLevel(
                                opened.id(),
                                Level.LEVEL_3,
                                today.minusDays(10),
                                CaseloadFixtures.BY_SCREENING,
                                unit));

        browser(UNIT)
                .get("/cases/" + opened.id() + "/levels")
                .then()
                .body(containsString(standing(today, 1, 3)));
        browser(UNIT)
                .get(asAt(opened.id(), today.minusDays(11)))
                .then()
                .body(containsString(standing(today.minusDays(11), 1, 1)));
        browser(UNIT)
                .get(asAt(opened.id(), today.minusDays(41)))
                .then()
                .body(
                        containsString(
                                "At the end of "
                                        + Said.day(today.minusDays(41))
                                        + ": in no category."));
        browser(UNIT)
                .get("/cases/" + opened.id() + "/levels?asAt-day=31&asAt-month=2&asAt-year=2026")
                .then()
                .body(containsString("There is a problem"));
    }

    private static String standing(LocalDate day, int category, int level) {
        return "At the end of %s: Category %d, Level %d.".formatted(Said.day(day), category, level);
    }

    private static String asAt(UUID id, LocalDate day) {
        return "/cases/%s/levels?asAt-day=%d&asAt-month=%d&asAt-year=%d"
                .formatted(id, day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    @Test
    @Tag("CAT-02")
    void refusesToEndACategoryInAWayItDoesNotEndAndKeepsWhatWasTyped() {
        var opened = aCase("Netherby", "Lysander");
        open(opened.id(), Category.CATEGORY_1, Basis.STATUTORY, Level.LEVEL_2, today);
        var path = "/cases/" + opened.id() + "/levels/end";

        form(UNIT, path)
                .formParam("reason", "DEREGISTERED_L23")
                .formParam("on-day", today.getDayOfMonth())
                .formParam("on-month", today.getMonthValue())
                .formParam("on-year", today.getYear())
                .post(path)
                .then()
                .statusCode(409)
                .body(containsString("R-CAT-02"))
                .body(containsString("value=\"DEREGISTERED_L23\" checked"))
                .body("html.head.title", startsWith("Error:"));
        form(UNIT, path)
                .post(path)
                .then()
                .statusCode(400)
                .body(containsString("Select why the category ends"));
        form(UNIT, path)
                .formParam("reason", "NOTIFICATION_REVOKED")
                .formParam("on-day", today.getDayOfMonth())
                .formParam("on-month", today.getMonthValue())
                .formParam("on-year", today.getYear())
                .post(path)
                .then()
                .statusCode(303);
        browser(UNIT)
                .get("/cases/" + opened.id())
                .then()
                .body(containsString("In no category now"));
    }

    @Test
    void correctsTheDayOnWhichALevelBegan() {
        var opened = aCase("Orgreave", "Philomena");
        open(opened.id(), Category.CATEGORY_2, Basis.STATUTORY, Level.LEVEL_1, today.minusDays(30));
        people.as(
                unit,
                () ->
                        caseload.setLevel(
                                opened.id(),
                                Level.LEVEL_2,
                                today,
                                CaseloadFixtures.BY_SCREENING,
                                unit));
        var page = browser(UNIT).get("/cases/" + opened.id() + "/levels").asString();
        var link = page.indexOf("/start\"");
        var path = page.substring(page.lastIndexOf("/cases/", link), link) + "/start";
        var right = today.minusDays(5);

        form(UNIT, path)
                .formParam("from-day", right.getDayOfMonth())
                .formParam("from-month", right.getMonthValue())
                .formParam("from-year", right.getYear())
                .post(path)
                .then()
                .statusCode(303);

        browser(UNIT)
                .get(asAt(opened.id(), today.minusDays(3)))
                .then()
                .body(containsString(standing(today.minusDays(3), 2, 2)));
        browser(UNIT)
                .get("/cases/" + opened.id() + "/events")
                .then()
                .body(containsString("first recorded as from " + Said.day(today)));
    }

    @Test
    void recordsCustodyAndRefusesDatesOutOfOrder() {
        var opened = aCase("Plumpton", "Evadne");
        var path = "/cases/" + opened.id() + "/custody";

        form(UNIT, path)
                .formParam("SENTENCE-day", 2)
                .formParam("SENTENCE-month", 6)
                .formParam("SENTENCE-year", 2025)
                .formParam("RELEASE-day", 1)
                .formParam("RELEASE-month", 6)
                .formParam("RELEASE-year", 2025)
                .post(path)
                .then()
                .statusCode(400)
                .body(containsString("This date must be the same as or after 2 June 2025"));
        form(UNIT, path)
                .formParam("location", "PRISON")
                .formParam("from-day", 3)
                .formParam("from-month", 6)
                .formParam("from-year", 2025)
                .formParam("place", "HMP Farfield")
                .formParam("RELEASE-day", 15)
                .formParam("RELEASE-month", 2)
                .formParam("RELEASE-year", 2027)
                .post(path)
                .then()
                .statusCode(303);
        browser(UNIT)
                .get("/cases/" + opened.id() + "?alert=caseload.alert.custody")
                .then()
                .body(containsString("Custody and sentence dates saved"))
                .body(containsString("In prison, since 3 June 2025"))
                .body(containsString("15 February 2027"));
        browser(UNIT)
                .get("/cases/" + opened.id() + "/events?kind=CUSTODY")
                .then()
                .body(containsString("Date of release: 15 February 2027"))
                .body(not(containsString("Case " + opened.reference() + " opened")));
    }

    @Test
    void sendingAFormTwiceHasOneEffect() {
        var opened = aCase("Quernmore", "Ignatius");
        var path = "/cases/" + opened.id() + "/identifiers";
        var key = TestPeople.formKey(UNIT, path);

        for (int i = 0; i < 2; i++) {
            browser(UNIT)
                    .formParam("formKey", key)
                    .formParam("kind", "CRN")
                    .formParam("value", "Q445566")
                    .post(path)
                    .then()
                    .statusCode(303);
        }

        var page = browser(UNIT).get(path).then().statusCode(200).extract().asString();
        assertThat(page.split("Q445566", -1)).hasSize(2);
    }

    @Test
    void addsAndEndsAnAddress() {
        var opened = aCase("Ravenstone", "Cressida");
        var path = "/cases/" + opened.id() + "/addresses";

        form(UNIT, path)
                .formParam("kind", "CURRENT")
                .formParam("address", "Flat 2, 14 Mill Row")
                .formParam("from-day", 1)
                .formParam("from-month", 2)
                .formParam("from-year", 2026)
                .post(path)
                .then()
                .statusCode(303);
        var page = browser(UNIT).get(path).then().extract().asString();
        assertThat(page).contains("Flat 2, 14 Mill Row", "Still so", "1 February 2026");
        var link = page.indexOf("/end\"");
        var end = page.substring(page.lastIndexOf("/cases/", link), link) + "/end";
        form(UNIT, path).post(end).then().statusCode(303);
        browser(UNIT).get(path).then().body(not(containsString("Still so")));
        form(UNIT, path)
                .post("/cases/" + opened.id() + "/addresses/" + UUID.randomUUID() + "/end")
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("CAT-09")
    void recordsThatSomebodyCheckedAndNeedsTheReason() {
        var opened = aCase("Skelwith", "Benedicta");
        var path = "/cases/" + opened.id() + "/levels";

        form(UNIT, path)
                .post(path + "/checks")
                .then()
                .statusCode(400)
                .body(containsString("Say why the person is not eligible"));
        form(UNIT, path)
                .formParam("reason", "The sentence was shorter than 12 months")
                .post(path + "/checks")
                .then()
                .statusCode(303);
        browser(UNIT)
                .get(path)
                .then()
                .body(containsString("The sentence was shorter than 12 months"));
    }

    @Test
    @Tag("ACC-01")
    void saysWhoLookedAndWhyAndThatThisLookIsLoggedToo() {
        var opened = aCase("Tarnbrook", "Ferdinand");
        people.as(
                unit,
                () -> {
                    caseload.recordDates(
                            opened.id(), Map.of(DateKind.RELEASE, Fact.askedNotKnown()), unit);
                });
        browser(UNIT).get("/cases/" + opened.id()).then().statusCode(200);
        var path = "/cases/" + opened.id() + "/accesses";

        browser(UNIT)
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-26\""))
                .body(containsString("Looked at: case"))
                .body(containsString("Changed: sentence dates"))
                .body(containsString("Recorded: case opened"))
                .body(containsString(UNIT));
        browser(UNIT).get(path).then().body(containsString("Looked at: who looked"));
        people.person("case-administrator", Role.MAPPA_ADMINISTRATOR, "CCA");
        browser("case-administrator").get(path).then().statusCode(403);
        browser("case-administrator")
                .get("/cases/" + opened.id())
                .then()
                .body(not(containsString("/accesses")));
    }

    @Test
    @Tag("ACC-01")
    void theReasonOfASearchGoesAlongToTheCase() {
        var opened = aCase("Ulpha", "Hephzibah");
        var found =
                form(UNIT, "/people")
                        .formParam("reason", "AGENCY_ENQUIRY")
                        .formParam("reference", opened.reference())
                        .post("/people/searches")
                        .then()
                        .extract()
                        .header("Location");
        var search = found.substring(found.lastIndexOf('/') + 1);

        browser(UNIT).get("/cases/" + opened.id() + "?search=" + search).then().statusCode(200);

        browser(UNIT)
                .get("/cases/" + opened.id() + "/accesses")
                .then()
                .body(containsString("An agency asked"));
    }

    @Test
    void listsCasesWithCountsFiltersAndPages() {
        var lister = people.person("case-lister", Role.MAPPA_COORDINATOR, "CCL");
        browser("case-lister")
                .get("/cases")
                .then()
                .statusCode(200)
                .body(containsString("You are not linked to a case yet"));
        UUID first = null;
        for (int i = 0; i < 26; i++) {
            var name = PersonName.of("Listed", "Person" + (char) ('a' + i));
            var person =
                    people.as(
                            lister,
                            () ->
                                    CaseloadFixtures.create(
                                            caseload,
                                            PersonDetails.of(name, Fact.notRecorded()),
                                            lister));
            var opened = people.as(lister, () -> caseload.openCaseFor(person, "CCL", lister));
            first = first == null ? opened.id() : first;
        }
        var id = first;
        people.as(
                lister,
                () ->
                        caseload.openEligibility(
                                id,
                                wanted(Category.CATEGORY_2, Basis.STATUTORY, Level.LEVEL_1, today),
                                lister));

        var page = browser("case-lister").get("/cases").then().statusCode(200).extract().asString();
        assertThat(page)
                .contains("data-screen=\"S-19\"", "26 cases in all", "Category 2: 1", "Level 1: 1")
                .doesNotContain("Persona<")
                .contains("Personz");
        assertThat(page.split("href=\"/cases/[0-9a-f]", -1)).hasSize(26);
        var link = page.indexOf("/cases?after=");
        var next = page.substring(link, page.indexOf('"', link));
        var second = browser("case-lister").get(next).then().extract().asString();
        assertThat(second.split("href=\"/cases/[0-9a-f]", -1)).hasSize(2);
        assertThat(second).contains("Persona").doesNotContain("after=");

        browser("case-lister")
                .get("/cases?category=CATEGORY_2&level=LEVEL_1")
                .then()
                .body(containsString("1 case matches"))
                .body(containsString("Persona"));
        browser("case-lister")
                .get("/cases?category=CATEGORY_4")
                .then()
                .body(containsString("No case matches these filters"));
        browser("case-lister")
                .get("/cases?category=NONE")
                .then()
                .body(containsString("25 cases match"));
    }

    @Test
    void anOwnerSeesTheirOwnCaseAndNothingThatChangesIt() {
        var opened = aCase("Vickerstown", "Araminta");
        var owner = people.person("case-owner", Role.CASE_OWNER, "CCA", probation);
        people.as(unit, () -> caseload.nameOwner(opened.id(), owner.personId(), probation, unit));

        browser("case-owner")
                .get("/cases/" + opened.id())
                .then()
                .statusCode(200)
                .body(not(containsString("/custody")));
        browser("case-owner").get("/cases/" + opened.id() + "/custody").then().statusCode(403);
        browser("case-owner").get("/cases").then().body(containsString(opened.reference()));
    }

    private void open(UUID id, Category category, Basis basis, Level level, LocalDate from) {
        people.as(
                unit,
                () -> caseload.openEligibility(id, wanted(category, basis, level, from), unit));
    }

    private OpenEligibility wanted(Category category, Basis basis, Level level, LocalDate from) {
        return new OpenEligibility(
                category,
                basis,
                Set.of(),
                from,
                probation,
                level,
                level == Level.LEVEL_1
                        ? CaseloadFixtures.BY_LEAD_AGENCY
                        : CaseloadFixtures.BY_SCREENING);
    }

    private CaseSummary aCase(String surname, String forenames) {
        var details = PersonDetails.of(PersonName.of(surname, forenames), Fact.askedNotKnown());
        return people.as(
                unit,
                () ->
                        caseload.openCaseFor(
                                CaseloadFixtures.create(caseload, details, unit), "CCA", unit));
    }
}
