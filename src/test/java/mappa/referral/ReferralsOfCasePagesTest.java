package mappa.referral;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.time.London;
import mappa.web.Said;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ReferralsOfCasePagesTest {

    @Inject ReferralStories stories;
    @Inject ReferralService service;
    @Inject TestPeople people;
    @Inject Clock clock;

    @Test
    void aCaseWithoutReferralsSaysSo() {
        var team = stories.team("ROA");
        var found = stories.someCase(team);

        browser("ROA-coordinator-a")
                .get("/cases/" + found.id())
                .then()
                .statusCode(200)
                .body(containsString("No referral that you may see"));
    }

    @Test
    @Tag("REF-09")
    void acceptanceShowsOnTheCaseWithItsLevelAndOnItsTimeline() {
        var team = stories.team("ROB");
        var found = stories.someCase(team);
        var id = stories.matched(team, found);
        stories.as(
                team.coordinatorA(), () -> service.sendToPanel(id, List.of(), team.coordinatorA()));
        stories.vote(id, team.inspector(), Vote.ACCEPT_2);
        stories.vote(id, team.coordinatorB(), Vote.ACCEPT_3);

        browser("ROB-coordinator-a")
                .get("/cases/" + found.id())
                .then()
                .body(containsString("govuk-tag--blue\">Level 2"))
                .body(containsString("Accepted at Level 2"))
                .body(containsString("/referrals/" + id));
        browser("ROB-coordinator-a")
                .get("/cases/" + found.id() + "/events?kind=REFERRAL")
                .then()
                .body(containsString(found.reference() + "/R1 sent to the panel"))
                .body(containsString(found.reference() + "/R1: Accepted at Level 2"))
                .body(not(containsString("Case " + found.reference() + " opened")));
        browser("ROB-coordinator-a")
                .get("/cases/" + found.id() + "/events?kind=LEVEL")
                .then()
                .body(containsString("Level 2 from"));
    }

    @Test
    void anAuditorReadsACaseOfTheirSampleAndWhoLookedWithoutOpeningItsReferral() {
        var team = stories.team("ROC");
        var auditor = people.person("ROC-auditor", Role.AUDITOR, "ROC");
        var found = stories.someCase(team);
        var id = stories.matched(team, found);
        var path = "/cases/" + found.id();
        browser("ROC-auditor").get(path + "/events").then().statusCode(404);

        give("ROC", found.id(), auditor, London.today(clock)).statusCode(303);

        browser("ROC-auditor")
                .get(path + "/events")
                .then()
                .statusCode(200)
                .body(containsString(found.reference() + "/R1"))
                .body(not(containsString("/referrals/" + id)));
        browser("ROC-auditor")
                .get(path + "/accesses")
                .then()
                .statusCode(200)
                .body(containsString("referral started"))
                .body(containsString("sample"))
                .body(not(containsString(path + "/samples")));
        browser("ROC-auditor").get("/referrals/" + id).then().statusCode(404);
    }

    @Test
    void aSampleIsForAnAuditorOfTheAreaAndForATime() {
        var team = stories.team("ROD");
        var auditor = people.person("ROD-auditor", Role.AUDITOR, "ROD");
        var elsewhere = people.person("ROE-auditor", Role.AUDITOR, "ROE");
        var found = stories.someCase(team);
        var today = London.today(clock);

        give("ROD", found.id(), elsewhere, today)
                .statusCode(400)
                .body(containsString("Choose an auditor of this area"));
        give("ROD", found.id(), auditor, today.plusDays(29))
                .statusCode(400)
                .body(containsString("The last day must be from"));
        give("ROD", found.id(), auditor, today.minusDays(1)).statusCode(400);
        give("ROD", found.id(), auditor, today.plusDays(28)).statusCode(303);
        give("ROD", found.id(), auditor, today).statusCode(303);

        browser("ROD-coordinator-a")
                .get("/cases/" + found.id() + "/samples")
                .then()
                .body(containsString(Said.moment(endOf(today))))
                .body(not(containsString(Said.moment(endOf(today.plusDays(28))))));
    }

    private static ValidatableResponse give(
            String area, UUID caseId, Actor auditor, LocalDate until) {
        var path = "/cases/" + caseId + "/samples";
        return form(area + "-coordinator-a", path)
                .formParam("auditor", auditor.personId())
                .formParam("until-day", until.getDayOfMonth())
                .formParam("until-month", until.getMonthValue())
                .formParam("until-year", until.getYear())
                .post(path)
                .then();
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(London.ZONE).toInstant();
    }
}
