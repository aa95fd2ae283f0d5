package mappa.web;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.audit.AuditChain;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class StartPagesTest {

    @Inject TestPeople people;
    @Inject Actors actors;
    @Inject AuditChain chain;

    @Test
    void showsTheStartPageToAnyone() {
        given().get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("OFFICIAL-SENSITIVE"))
                .body(containsString("data-screen=\"S-01\""));
    }

    @Test
    void asksWhoItIsBeforeAnyOtherPage() {
        given().redirects().follow(false).get("/home").then().statusCode(302);
        given().get("/api/nothing").then().statusCode(404);
    }

    @Test
    void tellsSomebodyWithoutARoleWhomToAsk() {
        browser("newcomer").get("/home").then().statusCode(200).body(containsString("no role yet"));
        browser("newcomer").get("/more").then().statusCode(403);
    }

    @Test
    void showsHomeToSomebodyWithARoleAndNothingAfterItEnded() {
        var actor = people.person("leaver", Role.MAPPA_COORDINATOR, "NS");
        browser("leaver").get("/home").then().statusCode(200).body(containsString("Today"));
        actors.end(actor.acting().id());
        browser("leaver").get("/home").then().body(containsString("no role yet"));
    }

    @Test
    void answersAnUnknownPageLikeARecordOneMayNotSee() {
        people.person("coordinator", Role.MAPPA_COORDINATOR, "NS");
        browser("coordinator")
                .get("/no-such-page")
                .then()
                .statusCode(404)
                .body(containsString("contact the MAPPA unit"));
    }

    @Test
    void refusesAFormThatWasNotGivenToItsSender() {
        people.person("coordinator", Role.MAPPA_COORDINATOR, "NS");
        people.person("other", Role.MAPPA_COORDINATOR, "NS");
        var foreign = formKey("other", "/acting-as");
        browser("coordinator")
                .formParam("formKey", foreign)
                .post("/acting-as")
                .then()
                .statusCode(400);
        browser("coordinator").post("/acting-as").then().statusCode(400);
        form("coordinator", "/acting-as")
                .header("Sec-Fetch-Site", "cross-site")
                .post("/acting-as")
                .then()
                .statusCode(400);
    }

    @Test
    void showsARefusedFormAgainWithWhatIsWrong() {
        people.person("coordinator", Role.MAPPA_COORDINATOR, "NS");
        form("coordinator", "/acting-as")
                .post("/acting-as")
                .then()
                .statusCode(400)
                .body(containsString("Select the role in which you want to act"))
                .body("html.head.title", startsWith("Error:"));
    }

    @Test
    void keepsWhatWasTypedWhenTheSessionHasEnded() {
        people.person("coordinator", Role.MAPPA_COORDINATOR, "NS");
        people.person("other", Role.MAPPA_COORDINATOR, "NS");
        var key = formKey("coordinator", "/acting-as");
        var ended =
                given().redirects()
                        .follow(false)
                        .formParam("formKey", key)
                        .formParam("appointment", "typed before")
                        .post("/acting-as")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");
        assertThat(ended).contains("/session-ended?held=");
        given().get(ended).then().statusCode(200).body(not(containsString("typed before")));
        var held = ended.substring(ended.indexOf("held="));
        browser("other").get("/held-forms?" + held).then().statusCode(404);
        browser("coordinator")
                .get("/held-forms?" + held)
                .then()
                .statusCode(303)
                .header("Location", containsString("/acting-as?" + held));
    }

    @Test
    void chainsTheAuditOfEveryArea() {
        var system = Actor.system("test");
        var results = people.as(system, () -> chain.verifyAll());
        assertThat(results).allMatch(AuditChain.Verification::isWhole);
    }

    @Test
    void neverTakesACookieOrAHeaderOfPagesAtTheApi() {
        given().header("Test-User", "coordinator")
                .get("/api/audit/verification")
                .then()
                .statusCode(not(equalTo(200)));
    }
}
