package mappa.appointment;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.AgencyView;
import mappa.agency.AgreementKind;
import mappa.agency.CoreAgencies;
import mappa.agency.Spocs;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import mappa.referral.ReferralService;
import mappa.referral.ReferralState;
import mappa.referral.ReferralStories;
import mappa.referral.Vote;
import mappa.time.London;
import mappa.time.WorkingDays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An area comes into being through the pages alone, by a system administrator and a coordinator,
/// until its first meeting is held.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class AreaFromEmptyTest {

    private static final String AREA = "ZQ";
    private static final String ADMIN = "empty.admin";
    private static final String COORDINATOR = "empty.coordinator";
    private static final Pattern PROPOSAL =
            Pattern.compile("/users/[0-9a-f-]{36}/proposals/([0-9a-f-]{36})/confirm");

    @Inject TestPeople people;
    @Inject Actors actors;
    @Inject Spocs spocs;
    @Inject CoreAgencies cores;
    @Inject Chairs chairs;
    @Inject ReferralStories stories;
    @Inject ReferralService referrals;
    @Inject Clock clock;

    @Test
    @Tag("SEC-32")
    @Tag("MTG-07")
    void isSetUpThroughItsPagesUntilItsFirstMeeting() {
        people.person(
                ADMIN, Role.SYSTEM_ADMIN, null); // the installation's first, from its settings
        send(ADMIN, "/areas", Map.of("code", AREA, "name", "Zequim"));

        give(COORDINATOR, "MAPPA_COORDINATOR", null, null);
        confirmIfAsked(ADMIN, COORDINATOR);
        give("empty.second", "MAPPA_COORDINATOR", null, null);
        confirmIfAsked(COORDINATOR, "empty.second");

        var police = agency("Zequim police", "RESPONSIBLE_AUTHORITY", "POLICE");
        var probation = agency("Zequim probation", "RESPONSIBLE_AUTHORITY", "PROBATION");
        var housing = agency("Zequim housing", "DUTY_TO_COOPERATE", "HOUSING_AUTHORITY");
        for (var one :
                List.of(
                        List.of("empty.administrator", "MAPPA_ADMINISTRATOR", ""),
                        List.of("empty.inspector", "PANEL_MEMBER", police),
                        List.of("empty.referrer", "REFERRER", probation),
                        List.of("empty.chair", "CHAIR", probation),
                        List.of("empty.spoc", "AGENCY_SPOC", housing),
                        List.of("empty.deputy", "AGENCY_SPOC", housing))) {
            give(
                    one.get(0),
                    one.get(1),
                    one.get(2),
                    one.get(1).equals("CHAIR") ? "SENIOR_MANAGER" : null);
            confirmIfAsked(COORDINATOR, one.get(0));
        }

        send(
                COORDINATOR,
                "/agencies/" + housing + "/contacts",
                Map.of("spoc", id("empty.spoc"), "deputy", id("empty.deputy"), "manager", ""));
        var signed = new HashMap<String, Object>(Map.of("found", "SIGNED"));
        signed.putAll(day("signedOn", today().minusDays(30)));
        signed.putAll(day("reviewDueOn", today().plusDays(335)));
        for (var kind : AgreementKind.values()) {
            send(COORDINATOR, "/agencies/" + housing + "/agreements/" + kind.path(), signed);
        }
        for (var level : List.of(2, 3)) {
            var core = new HashMap<String, Object>(day("from", today()));
            core.put("agencies", List.of(police, probation, housing));
            send(COORDINATOR, "/agencies/core/" + level, core);
        }
        seat("COORDINATOR_A", COORDINATOR);
        seat("COORDINATOR_B", "empty.second");
        seat("POLICE_DI", "empty.inspector");

        var unit = actor(COORDINATOR);
        assertThat(asked(unit, () -> spocs.of(UUID.fromString(housing), today())).spoc())
                .isEqualTo(actor("empty.spoc").personId());
        assertThat(asked(unit, () -> cores.of(AREA, 3)))
                .extracting(AgencyView::name)
                .containsExactly("Zequim housing", "Zequim police", "Zequim probation");
        assertThat(chairs.of(AREA)).extracting(Chair::name).containsExactly("empty.chair");
        browser(COORDINATOR).get("/agencies").then().body(containsString("1 of 1")); // K-28, K-21

        var team =
                new ReferralStories.Team(
                        AREA,
                        actor("empty.referrer"),
                        actor("empty.administrator"),
                        unit,
                        actor("empty.second"),
                        actor("empty.inspector"),
                        actor("empty.second"),
                        actor("empty.inspector"),
                        unit);
        var referral = stories.inScreening(team);
        stories.vote(referral, unit, Vote.ACCEPT_2);
        var decided = stories.vote(referral, actor("empty.inspector"), Vote.ACCEPT_2);
        assertThat(decided.state()).isEqualTo(ReferralState.ACCEPTED);
        var caseId = asked(unit, () -> referrals.view(referral, unit).caseId());
        holdsAMeeting(caseId, List.of(police, probation, housing));
    }

    private void holdsAMeeting(UUID caseId, List<String> agencies) {
        var unit = "empty.administrator";
        var wanted = new HashMap<String, Object>();
        wanted.putAll(day("on", WorkingDays.NATIONAL.next(today().plusDays(5))));
        wanted.putAll(
                Map.of(
                        "type", "INITIAL",
                        "time", "10am",
                        "minutes", "60",
                        "mode", "TEAMS",
                        "chair", id("empty.chair")));
        var meeting =
                send(unit, "/meetings/new/" + caseId, wanted)
                        .replaceFirst(".*/meetings/([0-9a-f-]{36}).*", "/meetings/$1");
        var invitations = meeting + "/invitations";
        form(unit, invitations)
                .formParam("action", "send")
                .formParam("agency", agencies)
                .post(invitations)
                .then()
                .statusCode(303);
        browser("empty.spoc").get("/meetings").then().body(containsString(meeting));
        form("empty.chair", meeting)
                .formParam("reason", "Everybody could come earlier.")
                .post(meeting + "/start")
                .then()
                .statusCode(303);
        browser(unit)
                .get(meeting + "/record/opening")
                .then()
                .statusCode(200)
                .body(containsString("Check what blocks closing"));
    }

    /// Somebody signs in for the first time and is proposed for a role.
    private void give(String name, String role, String agency, String grade) {
        browser(name).get("/home").then().statusCode(200).body(containsString("no role yet"));
        var fields = new HashMap<String, Object>(Map.of("role", role, "area", AREA));
        if (agency != null) {
            fields.put("agency", agency);
        }
        if (grade != null) {
            fields.put("grade", grade);
        }
        send(ADMIN, "/users/" + id(name) + "/appointments/new", fields);
    }

    /// The second person presses the button that the page shows them, if it does.
    private void confirmIfAsked(String by, String name) {
        var page = browser(by).get("/users/" + id(name)).then().statusCode(200).extract();
        var proposal = PROPOSAL.matcher(page.asString());
        if (proposal.find()) {
            form(by, "/users/" + id(name)).post(proposal.group()).then().statusCode(303);
        }
        if (!by.equals(ADMIN)) {
            assertThat(actor(name).appointments()).isNotEmpty();
            return;
        }
        // the first of an area: where other tests left a second administrator, that one confirms
        if (actor(name).appointments().isEmpty()) {
            people.person("empty.other-admin", Role.SYSTEM_ADMIN, null);
            confirm("empty.other-admin", name);
        }
    }

    private void confirm(String by, String name) {
        var page = browser(by).get("/users/" + id(name)).then().extract().asString();
        var proposal = PROPOSAL.matcher(page);
        assertThat(proposal.find()).as(page).isTrue();
        form(by, "/users/" + id(name)).post(proposal.group()).then().statusCode(303);
    }

    private String agency(String name, String kind, String body) {
        var location =
                send(
                        COORDINATOR,
                        "/agencies/new",
                        Map.of("name", name, "kind", kind, "body", body));
        return location.replaceFirst(".*/agencies/([0-9a-f-]{36}).*", "$1");
    }

    private void seat(String seat, String holder) {
        var fields = new HashMap<String, Object>(day("from", today()));
        fields.put("holder", id(holder));
        fields.put("deputy", "");
        send(COORDINATOR, "/settings/panel/" + seat, fields);
    }

    private static String send(String user, String path, Map<String, ?> fields) {
        var page = browser(user).get(path).then().statusCode(200).extract().asString();
        assertThat(page).contains("<form method=\"post\" action=\"" + path + "\"");
        var answer = form(user, path).formParams(fields).post(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(303);
        return answer.header("Location");
    }

    private static Map<String, Object> day(String name, LocalDate day) {
        return Map.of(
                name + "-day", day.getDayOfMonth(),
                name + "-month", day.getMonthValue(),
                name + "-year", day.getYear());
    }

    /// What another feature asks in its own transaction.
    private <T> T asked(Actor actor, Supplier<T> question) {
        return people.as(actor, () -> QuarkusTransaction.requiringNew().call(question::get));
    }

    private Actor actor(String name) {
        return actors.find("https://identity.test", name, null).orElseThrow();
    }

    private String id(String name) {
        return actor(name).personId().toString();
    }

    private LocalDate today() {
        return London.today(clock);
    }
}
