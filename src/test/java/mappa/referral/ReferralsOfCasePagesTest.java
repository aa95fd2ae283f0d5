package mappa.referral;

import static mappa.TestPeople.browser;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import mappa.RealParts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ReferralsOfCasePagesTest {

    @Inject ReferralStories stories;
    @Inject ReferralService service;

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
}
