package mappa.referral;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.formKey;
import static mappa.referral.Vote.ACCEPT_2;
import static mappa.referral.Vote.ACCEPT_3;
import static mappa.referral.Vote.DECLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Role;
import mappa.referral.ReferralStories.Team;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ScreeningPagesTest {

    private static final String AREA = "SP";
    private static final String REFERRER = "SP-referrer";
    private static final String ADMINISTRATOR = "SP-administrator";
    private static final String A = "SP-coordinator-a";
    private static final String B = "SP-coordinator-b";
    private static final String INSPECTOR = "SP-inspector";
    private static final String DEPUTY_INSPECTOR = "SP-deputy-inspector";

    @Inject ReferralStories stories;
    @Inject ReferralService service;
    @Inject TestPeople people;
    @Inject MovedClock clock;

    private static Team team;

    @BeforeEach
    void seatThePanel() {
        if (team == null) {
            team = stories.team(AREA);
        }
    }

    @AfterEach
    void letTheTimeBe() {
        clock.reset();
    }

    private static String path(UUID id, String page) {
        return "/referrals/%s%s".formatted(id, page);
    }

    private static RequestSpecification ballotForm(String name, UUID id, Vote vote) {
        return form(name, path(id, "/votes"))
                .formParam("action", "cast")
                .formParam("vote", vote.name())
                .formParam("reason", "Reasons of " + name);
    }

    private void casts(String name, UUID id, Vote vote) {
        ballotForm(name, id, vote)
                .formParam("pathway", vote == DECLINE ? "MARAC" : "")
                .post(path(id, "/votes"))
                .then()
                .statusCode(303);
    }

    // ---- S-35

    @Test
    void saysWhyNoBallotIsOpen() {
        people.person("sp-idle", Role.PANEL_MEMBER, "SPI");
        browser("sp-idle")
                .get("/screening")
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-35\""))
                .body(containsString("No ballot is open."))
                .body(containsString("Nothing was decided in the last 28 days."))
                .body(not(containsString("<table")));
        people.person("sp-lay", Role.LAY_ADVISER, AREA);
        browser("sp-lay").get("/screening").then().statusCode(403);
        browser(REFERRER).get("/screening").then().statusCode(403);
    }

    @Test
    @Tag("REF-08")
    void listsMyBallotsAndForTheUnitWhoHasVotedButNotHow() {
        var id = stories.inScreening(team, "urgent", "YES", "whyUrgent", "It cannot wait");
        casts(A, id, ACCEPT_3);
        browser(INSPECTOR)
                .get("/screening")
                .then()
                .statusCode(200)
                .body(containsString(path(id, "/votes")))
                .body(containsString("Not yet voted"))
                .body(containsString("Urgent"))
                .body(not(containsString("Call the deputy")));
        var unit =
                browser(ADMINISTRATOR)
                        .get("/screening")
                        .then()
                        .statusCode(200)
                        .body(containsString("First coordinator: Voted"))
                        .body(containsString("Second coordinator: Not yet voted"))
                        .extract()
                        .asString();
        assertThat(unit).doesNotContain("Accept at Level 3", "Reasons of");
        browser(A).get("/screening").then().body(containsString("Sealed"));
    }

    // ---- S-36

    @Test
    @Tag("REF-08")
    void keepsVotesOutOfThePagesOfThoseWhoHaveNotVoted() {
        var id = stories.inScreening(team);
        browser(A)
                .get(path(id, "/votes"))
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-36\""))
                .body(containsString("Votes are hidden from you until you vote"))
                .body(containsString("Two acceptances accept and two declines decline at once"))
                .body(containsString("R-LVL-02"));
        casts(A, id, ACCEPT_3);
        for (var name : new String[] {B, INSPECTOR, ADMINISTRATOR, REFERRER}) {
            for (var page : new String[] {"", "/votes", "/questions", "/checks", "/decision"}) {
                var answer = browser(name).get(path(id, page));
                assertThat(answer.statusCode()).isIn(200, 403, 404);
                assertThat(answer.asString())
                        .as("%s for %s", page, name)
                        .doesNotContain("Reasons of", "app-vote-ACCEPT_3");
            }
        }
        browser(B)
                .get(path(id, "/votes"))
                .then()
                .body(containsString("First coordinator: Hidden until you vote"));
        browser(A)
                .get(path(id, "/votes"))
                .then()
                .body(containsString("Reasons of " + A))
                .body(containsString("Change my vote"))
                .body(not(containsString("Votes are hidden from you")));
        casts(INSPECTOR, id, DECLINE);
        browser(INSPECTOR)
                .get(path(id, "/votes"))
                .then()
                .body(containsString("Reasons of " + A))
                .body(containsString("Accept at Level 3"))
                .body(containsString("Not yet voted"));
    }

    @Test
    @Tag("REF-08")
    void refusesAVoteWithoutReasonsAndKeepsWhatWasTyped() {
        var id = stories.inScreening(team);
        var page = path(id, "/votes");
        form(A, page)
                .formParam("action", "cast")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Select your decision"))
                .body(containsString("Enter a reason for your vote"));
        ballotForm(A, id, DECLINE)
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Select a suggested pathway for a declined referral"))
                .body(containsString("Reasons of " + A))
                .body(containsString("value=\"DECLINE\" checked"));
        ballotForm(A, id, Vote.MORE_INFORMATION)
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Enter at least one question"));
    }

    @Test
    @Tag("LVL-06")
    void neverOffersLevel1ForCategory3() {
        var id = stories.inScreening(team, "category", "3");
        var page = path(id, "/votes");
        browser(A).get(page).then().body(not(containsString("value=\"LEVEL_1\"")));
        ballotForm(A, id, DECLINE)
                .formParam("pathway", "LEVEL_1")
                .post(page)
                .then()
                .statusCode(409)
                .body(containsString("R-LVL-06"))
                .body(containsString("Category 3 and cannot be at Level 1"));
    }

    @Test
    void castsOneVoteHoweverOftenTheFormIsSent() {
        var id = stories.inScreening(team);
        var page = path(id, "/votes");
        var key = formKey(A, page);
        for (int i = 0; i < 2; i++) {
            browser(A)
                    .formParam("formKey", key)
                    .formParam("action", "cast")
                    .formParam("vote", "ACCEPT_2")
                    .formParam("reason", "Twice the same")
                    .post(page)
                    .then()
                    .statusCode(303);
        }
        var ballot = people.as(team.coordinatorA(), () -> service.ballot(id, team.coordinatorA()));
        assertThat(ballot.own()).hasSize(1);
    }

    @Test
    void saysWhatHappenedToAVoteThatCameTooLateAndKeepsItsText() {
        var id = stories.inScreening(team);
        var key = formKey(INSPECTOR, path(id, "/votes"));
        casts(A, id, ACCEPT_2);
        casts(B, id, ACCEPT_2);
        browser(INSPECTOR)
                .formParam("formKey", key)
                .formParam("action", "cast")
                .formParam("vote", "DECLINE")
                .formParam("pathway", "MARAC")
                .formParam("reason", "Typed before it was decided")
                .post(path(id, "/votes"))
                .then()
                .statusCode(409)
                .body(containsString("R-REF-04"))
                .body(containsString("The panel has decided"))
                .body(containsString("Typed before it was decided"));
    }

    @Test
    void givesAHalfWrittenVoteBackAfterTheSignInHasExpired() {
        var id = stories.inScreening(team);
        var page = path(id, "/votes");
        var key = formKey(B, page);
        var ended =
                given().redirects()
                        .follow(false)
                        .formParam("formKey", key)
                        .formParam("vote", "ACCEPT_2")
                        .formParam("reason", "Typed while the session ended")
                        .post(page)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        browser(B)
                .get(page + "?" + ended.substring(ended.indexOf("held=")))
                .then()
                .statusCode(200)
                .body(containsString("Typed while the session ended"))
                .body(containsString("value=\"ACCEPT_2\" checked"));
        assertThat(
                        people.as(
                                        team.coordinatorB(),
                                        () -> service.ballot(id, team.coordinatorB()))
                                .own())
                .isEmpty();
    }

    @Test
    @Tag("REF-07")
    void changesAVoteAndKeepsTheEarlierReadable() {
        var id = stories.inScreening(team);
        casts(A, id, ACCEPT_3);
        form(A, path(id, "/votes"))
                .formParam("action", "change")
                .formParam("vote", "ACCEPT_2")
                .formParam("reason", "On reflection")
                .post(path(id, "/votes"))
                .then()
                .statusCode(303);
        browser(A)
                .get(path(id, "/votes?alert=referral.alert.vote-changed"))
                .then()
                .body(containsString("Superseded by a later vote"))
                .body(containsString("Your new vote counts"))
                .body(containsString("On reflection"));
    }

    @Test
    @Tag("REF-07")
    void stopsForQuestionsAndAsksToConfirmAfterTheAnswer() {
        var id = stories.inScreening(team);
        casts(A, id, ACCEPT_2);
        ballotForm(INSPECTOR, id, Vote.MORE_INFORMATION)
                .formParam("questions", "Which tool?\r\n\r\nWhen was it used?")
                .post(path(id, "/votes"))
                .then()
                .statusCode(303);
        browser(INSPECTOR)
                .get(path(id, "/votes"))
                .then()
                .body(containsString("You cannot vote now"))
                .body(containsString("Waiting for answers"))
                .body(not(containsString("value=\"ACCEPT_2\"")));
        browser(REFERRER)
                .get(path(id, "/questions"))
                .then()
                .body(containsString("Which tool?"))
                .body(containsString("When was it used?"));
        stories.answer(id, team.referrer());
        browser(A).get("/screening").then().body(containsString("To confirm"));
        browser(A)
                .get(path(id, "/votes"))
                .then()
                .body(containsString("Confirm your earlier vote"))
                .body(containsString("It counts again as it was: Accept at Level 2."));
        form(A, path(id, "/votes"))
                .formParam("action", "confirm")
                .post(path(id, "/votes"))
                .then()
                .statusCode(303);
        browser(A).get(path(id, "/votes")).then().body(containsString("Confirmed"));
    }

    @Test
    @Tag("ACC-03")
    void hidesTheReferralAtOnceAfterAConflictAndOpensTheDeputysBallot() {
        var id = stories.inScreening(team);
        browser(DEPUTY_INSPECTOR).get(path(id, "/votes")).then().statusCode(404);
        ballotForm(INSPECTOR, id, Vote.ABSTAIN_CONFLICT)
                .post(path(id, "/votes"))
                .then()
                .statusCode(303);
        for (var page : new String[] {"", "/votes", "/decision", "/questions"}) {
            browser(INSPECTOR).get(path(id, page)).then().statusCode(404);
        }
        browser(INSPECTOR).get("/screening").then().body(not(containsString(id.toString())));
        browser(DEPUTY_INSPECTOR)
                .get(path(id, "/votes"))
                .then()
                .statusCode(200)
                .body(not(containsString("Reasons of")));
    }

    @Test
    @Tag("SEC-01")
    void isNotThereForThoseWithoutASeat() {
        var id = stories.inScreening(team);
        people.person("sp-other-member", Role.PANEL_MEMBER, AREA);
        browser("sp-other-member").get(path(id, "/votes")).then().statusCode(404);
        browser("SP-deputy").get(path(id, "/votes")).then().statusCode(404);
        browser(REFERRER).get(path(id, "/votes")).then().statusCode(403);
        browser(ADMINISTRATOR).get(path(id, "/votes")).then().statusCode(403);
        browser(A).get(path(id, "/decision")).then().statusCode(404);
    }

    // ---- the seats

    @Test
    @Tag("REF-06")
    void callsTheDeputyWithAReason() {
        var id = stories.inScreening(team);
        var page = path(id, "/seats/POLICE_DI/deputy");
        form(ADMINISTRATOR, page)
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Enter a reason"));
        form(ADMINISTRATOR, page)
                .formParam("reason", "On leave until after the due day")
                .post(page)
                .then()
                .statusCode(303);
        browser(INSPECTOR).get(path(id, "/votes")).then().statusCode(404);
        browser(DEPUTY_INSPECTOR).get(path(id, "/votes")).then().statusCode(200);
        form(A, page)
                .formParam("reason", "Away as well")
                .post(page)
                .then()
                .statusCode(409)
                .body(containsString("R-REF-06"));
        browser(A).get(path(id, "/seats/NO_SUCH/deputy")).then().statusCode(404);
    }

    @Test
    @Tag("REF-06")
    void namesASubstituteForAnEmptySeat() {
        var id = stories.inScreening(team);
        people.person("sp-substitute", Role.PANEL_MEMBER, AREA);
        for (var member : new String[] {INSPECTOR, DEPUTY_INSPECTOR}) {
            ballotForm(member, id, Vote.ABSTAIN_CONFLICT)
                    .post(path(id, "/votes"))
                    .then()
                    .statusCode(303);
        }
        browser(A)
                .get("/screening")
                .then()
                .body(containsString("Nobody holds this seat"))
                .body(containsString(path(id, "/substitute")));
        var page = path(id, "/substitute");
        form(A, page)
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Select who takes the seat"));
        form(A, page)
                .formParam("seat", "POLICE_DI")
                .formParam(
                        "person",
                        people.person("sp-substitute", Role.PANEL_MEMBER, AREA).personId())
                .post(page)
                .then()
                .statusCode(303);
        browser("sp-substitute").get(path(id, "/votes")).then().statusCode(200);
    }

    @Test
    void remindsTheSeatsThatHaveNotVoted() {
        var id = stories.inScreening(team);
        casts(A, id, ACCEPT_2);
        var page = path(id, "/reminders");
        browser(ADMINISTRATOR)
                .get(page)
                .then()
                .body(containsString("Second coordinator"))
                .body(not(containsString("First coordinator")));
        form(ADMINISTRATOR, page).post(page).then().statusCode(303);
    }

    // ---- S-38

    @Test
    @Tag("REF-05")
    void decidesAtTheLowerLevelAndShowsHowItAddsUp() {
        var id = stories.inScreening(team);
        casts(A, id, ACCEPT_2);
        ballotForm(B, id, ACCEPT_3)
                .post(path(id, "/votes"))
                .then()
                .statusCode(303)
                .header("Location", containsString(path(id, "/decision")));
        browser(B)
                .get(path(id, "/decision"))
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-38\""))
                .body(containsString("Level 2 + Level 3 = accepted at Level 2 (R-REF-04"))
                .body(containsString("differ in level"))
                .body(containsString("Reasons of " + A))
                .body(containsString("against a target of 5"))
                .body(containsString("First meeting"))
                .body(containsString("working days from acceptance"));
        browser(B).get("/screening").then().body(containsString("Accepted at Level 2"));
        browser(INSPECTOR)
                .get(path(id, "/votes"))
                .then()
                .body(containsString("The panel has decided"))
                .body(not(containsString("Cast vote")));
    }

    @Test
    @Tag("REF-10")
    void sendsReasonsAndAPathwayOnceAndTheReferrerReadsOnlyThem() {
        var id = stories.inScreening(team);
        casts(A, id, DECLINE);
        casts(INSPECTOR, id, DECLINE);
        browser(REFERRER)
                .get(path(id, "/decision"))
                .then()
                .statusCode(200)
                .body(containsString("have not been sent yet"))
                .body(not(containsString("Reasons of")));
        browser(ADMINISTRATOR)
                .get(path(id, "/decision"))
                .then()
                .body(containsString("Only a coordinator can send the feedback"))
                .body(not(containsString("<form")));
        var page = path(id, "/decision");
        form(A, page)
                .formParam("contact", "Team desk")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Enter the reasons that the referrer is to read"))
                .body(containsString("Select a suggested pathway"))
                .body(containsString("Team desk"));
        var key = formKey(A, page);
        for (int i = 0; i < 2; i++) {
            browser(A)
                    .formParam("formKey", key)
                    .formParam("reasons", "The plan is sound at Level 1")
                    .formParam("pathway", "IOM")
                    .formParam("contact", "Team desk")
                    .post(page)
                    .then()
                    .statusCode(303);
        }
        var read =
                browser(REFERRER)
                        .get(page)
                        .then()
                        .statusCode(200)
                        .body(containsString("The plan is sound at Level 1"))
                        .body(containsString("IOM (integrated offender management)"))
                        .body(containsString("Team desk"))
                        .extract()
                        .asString();
        assertThat(read).doesNotContain("Reasons of", A, INSPECTOR, "MARAC", "Votes");
        form(B, "/acting-as")
                .formParam("reasons", "Other words")
                .formParam("pathway", "IOM")
                .post(page)
                .then()
                .statusCode(409)
                .body(containsString("The feedback has been sent already"));
    }

    @Test
    @Tag("LVL-11")
    void asksAtLevel3WhetherItIsACriticalCase() {
        var id = stories.inScreening(team);
        casts(A, id, ACCEPT_3);
        casts(B, id, ACCEPT_3);
        var page = path(id, "/decision");
        form(A, page)
                .formParam("reasons", "Accepted because of the risk")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("critical public protection case"))
                .body(containsString("Accepted because of the risk"));
        form(A, page)
                .formParam("reasons", "Accepted because of the risk")
                .formParam("critical", "NO")
                .formParam("criticalReason", "No public interest")
                .post(page)
                .then()
                .statusCode(303);
        browser(REFERRER).get(page).then().body(containsString("No. No public interest"));
    }

    @Test
    void recordsADifferentViewInTimeOnly() {
        var id = stories.inScreening(team);
        casts(A, id, ACCEPT_2);
        casts(B, id, ACCEPT_2);
        var page = path(id, "/different-view");
        browser(A).get(page).then().statusCode(404);
        browser(INSPECTOR)
                .get(path(id, "/decision"))
                .then()
                .body(containsString("Record a different view"));
        form(INSPECTOR, page)
                .formParam("vote", "DECLINE")
                .formParam("reason", "Level 1 would do")
                .post(page)
                .then()
                .statusCode(303);
        browser(B)
                .get(path(id, "/decision"))
                .then()
                .body(containsString("After the decision"))
                .body(containsString("Level 1 would do"));
        browser(REFERRER)
                .get(path(id, "/decision"))
                .then()
                .body(not(containsString("Level 1 would do")));
        clock.move(Duration.ofDays(15));
        browser(INSPECTOR)
                .get(path(id, "/decision"))
                .then()
                .body(not(containsString("Record a different view")));
    }

    // ---- home

    @Test
    void showsOnTheHomePageWhatNeedsOne() {
        var own = stories.team("SPH");
        var id = stories.inScreening(own);
        browser("SPH-inspector")
                .get("/home")
                .then()
                .statusCode(200)
                .body(containsString("Ballots open to me"))
                .body(containsString(path(id, "/votes")));
        browser("SPH-referrer")
                .get("/home")
                .then()
                .body(containsString("Returned to me"))
                .body(containsString("Start a referral"));
        browser("SPH-administrator").get("/home").then().body(containsString("Referrals to check"));
    }
}
