package mappa.referral;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Role;
import mappa.referral.ReferralStories.Team;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ReferralPagesTest {

    private static final String AREA = "RP";
    private static final String REFERRER = "RP-referrer";
    private static final String COORDINATOR = "RP-coordinator-a";
    private static final String ADMINISTRATOR = "RP-administrator";

    @Inject ReferralStories stories;
    @Inject ReferralService service;
    @Inject TestPeople people;

    private static Team team;

    @BeforeEach
    void seatThePanel() {
        if (team == null) {
            team = stories.team(AREA);
        }
    }

    private static String path(UUID id, String page) {
        return "/referrals/%s%s".formatted(id, page);
    }

    private static RequestSpecification sectionForm(UUID id, String section, int version) {
        var path = path(id, "/sections/" + section);
        return form(REFERRER, path).formParam("version", version).formParam("then", "next");
    }

    // ---- S-30

    @Test
    void saysWhyTheListIsEmptyAndWhatWouldFillIt() {
        people.person("rp-newcomer", Role.REFERRER, AREA, people.agency(AREA, "Probation"));
        browser("rp-newcomer")
                .get("/referrals")
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-30\""))
                .body(containsString("There are no referrals."))
                .body(containsString("Start a referral"))
                .body(not(containsString("<table")));
        for (var tab : ReferralTab.values()) {
            browser("rp-newcomer")
                    .get("/referrals?tab=" + ReferralPages.slug(tab))
                    .then()
                    .statusCode(200)
                    .body(containsString("OFFICIAL-SENSITIVE"));
        }
    }

    @Test
    void listsOwnReferralsWithExactCountsAndPagesOf25() {
        var agency = people.agency(AREA, "Probation");
        var busy = people.person("rp-busy", Role.REFERRER, AREA, agency);
        for (int i = 0; i < 27; i++) {
            people.as(busy, () -> service.start(null, busy));
        }
        var first = browser("rp-busy").get("/referrals?tab=drafts").then().statusCode(200);
        first.body(containsString("Drafts (27)")).body(containsString("Next page"));
        var page = first.extract().asString();
        assertThat(page.split("/sections\"", -1)).hasSize(26);
        var next =
                page.replaceAll(
                        "(?s).*href=\"(/referrals\\?tab=drafts[^\"]*after=[^\"]+)\".*", "$1");
        var second =
                browser("rp-busy")
                        .get(next.replace("&amp;", "&"))
                        .then()
                        .statusCode(200)
                        .body(containsString("First page"))
                        .body(not(containsString("Next page")))
                        .extract()
                        .asString();
        assertThat(second.split("/sections\"", -1)).hasSize(3);
    }

    @Test
    void showsTheUnitWhatIsSentAndNotADraftOfSomebodyElse() {
        var draft = stories.draft(team);
        var sent = stories.sent(team);
        browser(COORDINATOR)
                .get("/referrals?tab=all")
                .then()
                .statusCode(200)
                .body(containsString(sent.toString()))
                .body(not(containsString(draft.toString())));
        browser(COORDINATOR).get(path(draft, "")).then().statusCode(404);
    }

    @Test
    @Tag("SEC-01")
    void refusesRolesThatDoNotRefer() {
        people.person("rp-lay", Role.LAY_ADVISER, AREA);
        browser("rp-lay")
                .get("/referrals")
                .then()
                .statusCode(403)
                .body(containsString("Your role cannot use this page"))
                .body(containsString("MAPPA coordinator"));
    }

    // ---- S-31

    @Test
    @Tag("REF-01")
    void saysWhyOnlySomebodyOfAnAgencyCanRefer() {
        browser(COORDINATOR)
                .get("/referrals/new")
                .then()
                .statusCode(200)
                .body(containsString("You refer for an agency"))
                .body(containsString("Rule R-REF-01"))
                .body(not(containsString("<form")));
        browser(COORDINATOR).get("/referrals").then().body(not(containsString("/referrals/new")));
    }

    @Test
    @Tag("REF-01")
    void startsADraftOnceHoweverOftenTheFormIsSent() {
        var agency = people.agency(AREA, "Probation");
        var twice = people.person("rp-twice", Role.REFERRER, AREA, agency);
        var key = formKey("rp-twice", "/referrals/new");
        var first = browser("rp-twice").formParam("formKey", key).post("/referrals/new");
        var again = browser("rp-twice").formParam("formKey", key).post("/referrals/new");
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(again.header("Location"))
                .startsWith(first.header("Location"))
                .contains("repeated=");
        assertThat(people.as(twice, () -> service.list(ReferralTab.ALL, null, twice)).referrals())
                .hasSize(1);
        browser("rp-twice")
                .urlEncodingEnabled(false)
                .get(again.header("Location"))
                .then()
                .body(containsString("You already did this"));
    }

    @Test
    void savesSectionsInAnyOrderAndSaysHowFarEachIs() {
        var id = people.as(team.referrer(), () -> service.start(null, team.referrer()).id());
        browser(REFERRER)
                .get(path(id, "/sections"))
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-31\""))
                .body(containsString("0 of 14 sections are complete"))
                .body(not(containsString("What has changed")));
        sectionForm(id, "victims", 0)
                .formParam("victimConcerns", "A concern\r\nof two lines")
                .post(path(id, "/sections/victims"))
                .then()
                .statusCode(303);
        sectionForm(id, "person", 0)
                .formParam("surname", "Example")
                .post(path(id, "/sections/person"))
                .then()
                .statusCode(303);
        browser(REFERRER)
                .get(path(id, "/sections"))
                .then()
                .body(containsString("1 of 14 sections are complete"))
                .body(containsString("In progress"));
        browser(REFERRER)
                .get(path(id, "/sections/victims"))
                .then()
                .body(containsString("A concern\nof two lines"))
                .body(containsString("name=\"version\" value=\"1\""));
    }

    @Test
    void saysWhatIsWrongWithADateAndKeepsEverythingTyped() {
        var id = people.as(team.referrer(), () -> service.start(null, team.referrer()).id());
        sectionForm(id, "person", 0)
                .formParam("surname", "Kept-Surname")
                .formParam("dateOfBirth-day", "31")
                .formParam("dateOfBirth-month", "2")
                .formParam("dateOfBirth-year", "1980")
                .post(path(id, "/sections/person"))
                .then()
                .statusCode(400)
                .body("html.head.title", startsWith("Error:"))
                .body(containsString("You typed: 31 2 1980"))
                .body(containsString("href=\"#dateOfBirth-day\""))
                .body(containsString("Kept-Surname"));
    }

    @Test
    void refusesAnAnswerThatIsTooLongWithItsLength() {
        var id = people.as(team.referrer(), () -> service.start(null, team.referrer()).id());
        sectionForm(id, "behaviour", 0)
                .formParam("behaviour", "x".repeat(8001))
                .post(path(id, "/sections/behaviour"))
                .then()
                .statusCode(400)
                .body(containsString("Use at most 8,000 characters. Found: 8,001"));
    }

    @Test
    void showsBothTextsWhenTheSectionWasSavedInAnotherTab() {
        var id = people.as(team.referrer(), () -> service.start(null, team.referrer()).id());
        var path = path(id, "/sections/behaviour");
        var stale = formKey(REFERRER, path);
        sectionForm(id, "behaviour", 0)
                .formParam("behaviour", "Text of the other tab")
                .post(path)
                .then()
                .statusCode(303);
        browser(REFERRER)
                .formParam("formKey", stale)
                .formParam("version", 0)
                .formParam("behaviour", "Text of this tab")
                .post(path)
                .then()
                .statusCode(409)
                .body(containsString("Text of this tab"))
                .body(containsString("Text of the other tab"))
                .body(containsString("name=\"version\" value=\"1\""))
                .body(containsString("Take what stands now"));
        sectionForm(id, "behaviour", 1)
                .formParam("behaviour", "Text of this tab")
                .post(path)
                .then()
                .statusCode(303);
        browser(REFERRER).get(path).then().body(containsString("Text of this tab"));
    }

    @Test
    void givesTheTextBackAfterTheSignInHasExpired() {
        var id = people.as(team.referrer(), () -> service.start(null, team.referrer()).id());
        var path = path(id, "/sections/risk");
        var key = formKey(REFERRER, path);
        var ended =
                given().redirects()
                        .follow(false)
                        .formParam("formKey", key)
                        .formParam("version", 0)
                        .formParam("riskSummary", "Typed while the session ended")
                        .post(path)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        var held = ended.substring(ended.indexOf("held="));
        browser(REFERRER)
                .get(path + "?" + held)
                .then()
                .statusCode(200)
                .body(containsString("Typed while the session ended"));
        browser(REFERRER).get(path(id, "/sections")).then().body(containsString("0 of 14"));
    }

    @Test
    @Tag("SEC-01")
    void isNotThereForAnybodyElse() {
        var id = stories.draft(team);
        people.person("rp-other", Role.REFERRER, AREA, people.agency(AREA, "Housing"));
        people.person("rs-foreign", Role.MAPPA_COORDINATOR, "RPX");
        for (var page :
                new String[] {
                    "",
                    "/sections",
                    "/sections/risk",
                    "/check",
                    "/sent",
                    "/withdrawal",
                    "/questions"
                }) {
            browser("rp-other").get(path(id, page)).then().statusCode(404);
            browser("rs-foreign").get(path(id, page)).then().statusCode(404);
        }
        browser(REFERRER).get(path(id, "/sections/no-such")).then().statusCode(404);
    }

    // ---- S-32

    @Test
    @Tag("REF-02")
    void showsGapsFirstAndRefusesToSendWithThem() {
        var id = people.as(team.referrer(), () -> service.start(null, team.referrer()).id());
        browser(REFERRER)
                .get(path(id, "/check"))
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-32\""))
                .body(containsString("answers are missing"))
                .body(containsString("/sections/person#surname"))
                .body(not(containsString("Send to the MAPPA unit")));
        form(REFERRER, "/referrals/new")
                .post(path(id, "/check"))
                .then()
                .statusCode(409)
                .body(containsString("R-REF-02"))
                .body(containsString("National rule"));
    }

    @Test
    @Tag("REF-02")
    void sendsOnceAndSaysWhatHappensNext() {
        var id = stories.draft(team, "urgent", "YES", "whyUrgent", "It cannot wait");
        var key = formKey(REFERRER, path(id, "/check"));
        browser(REFERRER)
                .get(path(id, "/check"))
                .then()
                .body(containsString("within 1 working day (local policy)"));
        for (int i = 0; i < 2; i++) {
            browser(REFERRER)
                    .formParam("formKey", key)
                    .post(path(id, "/check"))
                    .then()
                    .statusCode(303);
        }
        browser(REFERRER)
                .get(path(id, "/sent"))
                .then()
                .statusCode(200)
                .body(containsString("Referral sent to the MAPPA unit"));
        browser(REFERRER)
                .get(path(id, "/check"))
                .then()
                .body(containsString("You sent this referral on"))
                .body(not(containsString("govuk-button")));
    }

    @Test
    void canBeChangedUntilThePanelHasItAndNotAfter() {
        var id = stories.sent(team);
        sectionForm(id, "victims", 1)
                .formParam("victimConcerns", "Changed after sending")
                .post(path(id, "/sections/victims"))
                .then()
                .statusCode(303);
        browser(REFERRER)
                .get(path(id, ""))
                .then()
                .body(containsString("Changed after it was sent"));
        var panel = stories.inScreening(team);
        browser(REFERRER)
                .get(path(panel, "/sections/victims"))
                .then()
                .body(containsString("You cannot change this referral now"))
                .body(not(containsString("<textarea")));
        form(REFERRER, "/referrals/new")
                .formParam("version", 1)
                .formParam("victimConcerns", "Too late")
                .post(path(panel, "/sections/victims"))
                .then()
                .statusCode(409)
                .body(containsString("The panel has this referral"));
    }

    @Test
    void marksCopiedSectionsUntilTheyAreSaved() {
        var earlier = stories.sent(team);
        browser(REFERRER).get("/referrals/new").then().body(containsString(earlier.toString()));
        var started =
                form(REFERRER, "/referrals/new")
                        .formParam("copyFrom", earlier)
                        .post("/referrals/new")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        browser(REFERRER)
                .get(started)
                .then()
                .body(containsString("Copied, please check"))
                .body(containsString("The draft is there"));
    }

    // ---- S-34

    @Test
    void showsOneReferralInEachStateToItsReferrerAndTheUnit() {
        var states = new UUID[] {stories.sent(team), stories.inScreening(team)};
        for (var id : states) {
            for (var who : new String[] {REFERRER, COORDINATOR, ADMINISTRATOR}) {
                browser(who)
                        .get(path(id, ""))
                        .then()
                        .statusCode(200)
                        .body(containsString("data-screen=\"S-34\""))
                        .body(containsString("Victims"));
            }
        }
        browser(COORDINATOR)
                .get(path(states[0], ""))
                .then()
                .body(containsString(path(states[0], "/checks")));
        browser(REFERRER)
                .get(path(states[0], ""))
                .then()
                .body(not(containsString(path(states[0], "/checks"))));
    }

    @Test
    void withdrawsWithAReasonOnly() {
        var id = stories.sent(team);
        var page = path(id, "/withdrawal");
        form(REFERRER, page)
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Enter why the referral is withdrawn"));
        form(REFERRER, page)
                .formParam("reason", "The person has moved away")
                .post(page)
                .then()
                .statusCode(303);
        browser(REFERRER)
                .get(path(id, "?alert=referral.alert.withdrawn"))
                .then()
                .body(containsString("The referral is withdrawn."))
                .body(containsString("Withdrawn"))
                .body(containsString("The person has moved away"));
        form(REFERRER, "/referrals/new")
                .formParam("reason", "Again")
                .post(page)
                .then()
                .statusCode(409)
                .body(containsString("R-REF-04"));
    }

    // ---- S-37

    @Test
    @Tag("REF-07")
    void asksEachQuestionAndTakesTheAnswersTogether() {
        var id = stories.inScreening(team);
        stories.ask(id, team.inspector());
        var page = path(id, "/questions");
        browser(REFERRER)
                .get(path(id, ""))
                .then()
                .body(containsString("The panel asks 1 question"))
                .body(containsString("The clock is stopped"));
        browser(REFERRER)
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-37\""))
                .body(containsString("Which tool was used?"));
        form(REFERRER, page)
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Enter an answer to question 1"));
        form(REFERRER, page).formParam("answer-1", "OASys").post(page).then().statusCode(303);
        browser(COORDINATOR)
                .get(page)
                .then()
                .body(containsString("OASys"))
                .body(not(containsString("<form")));
    }

    // ---- S-33

    @Test
    @Tag("REF-02")
    void checksEachPartAndGivesBackWithAList() {
        var id = stories.sent(team);
        var page = path(id, "/checks");
        browser(ADMINISTRATOR)
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-33\""))
                .body(containsString("You cannot send it to the panel yet"))
                .body(
                        containsString(
                                "Match the referral to a person first. Rule R-REF-02. National rule."));
        form(ADMINISTRATOR, page)
                .formParam("action", "return")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Say whether this is present, missing or unclear: Victims"));
        checklist(page, "PRESENT")
                .formParam("action", "return")
                .post(page)
                .then()
                .statusCode(409)
                .body(containsString("A referral only goes back with a list"));
        checklist(page, "UNCLEAR")
                .formParam("note-victims", "Which victims are meant?")
                .formParam("action", "return")
                .post(page)
                .then()
                .statusCode(303);
        browser(REFERRER)
                .get(path(id, ""))
                .then()
                .body(containsString("1 thing is needed by"))
                .body(containsString("Which victims are meant?"))
                .body(containsString(path(id, "/sections/victims")));
        browser(REFERRER)
                .get(path(id, "/sections/victims"))
                .then()
                .body(containsString("Which victims are meant?"));
        browser(REFERRER).get("/referrals?tab=returned").then().body(containsString(id.toString()));
        var again = path(id, "/check");
        form(REFERRER, again).post(again).then().statusCode(303);
        browser(ADMINISTRATOR).get(page).then().body(containsString("value=\"PRESENT\" checked"));
    }

    /// @param victims finding of the section about victims; the others are present
    private static RequestSpecification checklist(String page, String victims) {
        var form = form(ADMINISTRATOR, page);
        for (var section : Section.values()) {
            form.formParam(
                    "finding-" + section.slug(), section == Section.VICTIMS ? victims : "PRESENT");
        }
        return form;
    }

    @Test
    @Tag("REF-02")
    void matchesThePersonBesideThoseWhoAreAlikeAndSendsToThePanel() {
        var surname = "Quillfeather";
        var first = stories.sent(team, "surname", surname, "forenames", "Rowan");
        match(first, null);
        var second = stories.sent(team, "surname", surname, "forenames", "Rowan");
        var page = path(second, "/person");
        var shown =
                browser(COORDINATOR)
                        .get(page)
                        .then()
                        .statusCode(200)
                        .body(containsString("Rowan Quillfeather"))
                        .body(containsString("same name"))
                        .extract()
                        .asString();
        form(COORDINATOR, page)
                .formParam("surname", surname)
                .formParam("forenames", "Rowan")
                .formParam("category", "NONE")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Say whether this is the same person"));
        var verdict = shown.replaceAll("(?s).*name=\"(verdict-[0-9a-f-]+)\".*", "$1");
        match(second, verdict);
        var matched =
                people.as(team.coordinatorA(), () -> service.view(second, team.coordinatorA()));
        var earlier =
                people.as(team.coordinatorA(), () -> service.view(first, team.coordinatorA()));
        assertThat(matched.person()).isEqualTo(earlier.person());
        assertThat(matched.summary().reference()).endsWith("/R2");
        var checks = path(second, "/checks");
        browser(COORDINATOR)
                .get(checks)
                .then()
                .body(containsString("Matched to a person who is recorded here"))
                .body(containsString("3 ballots open"));
        checklist(checks, "PRESENT")
                .formParam("action", "panel")
                .post(checks)
                .then()
                .statusCode(303);
        browser(COORDINATOR)
                .get(path(second, ""))
                .then()
                .body(containsString("In screening"))
                .body(containsString(path(second, "/votes")));
    }

    private void match(UUID id, String verdict) {
        var page = path(id, "/person");
        var form =
                form(COORDINATOR, page)
                        .formParam("surname", "Quillfeather")
                        .formParam("forenames", "Rowan")
                        .formParam("category", "CATEGORY_2")
                        .formParam("leadAgency", people.agency(AREA, "Probation"));
        if (verdict != null) {
            form.formParam(verdict, "SAME");
        }
        form.post(page).then().statusCode(303);
    }

    @Test
    @Tag("REF-11")
    void givesTheReferrerMoreTime() {
        var id = stories.inScreening(team);
        stories.ask(id, team.inspector());
        var page = path(id, "/extension");
        form(ADMINISTRATOR, page)
                .formParam("action", "extend")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Enter the new last day"));
        form(ADMINISTRATOR, page)
                .formParam("action", "extend")
                .formParam("until-day", "1")
                .formParam("until-month", "2")
                .formParam("until-year", "2099")
                .post(page)
                .then()
                .statusCode(303);
        browser(REFERRER).get(path(id, "")).then().body(containsString("1 February 2099"));
    }
}
