package mappa.agency;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.TaskFilter;
import mappa.task.TaskView;
import mappa.task.WorkItemService;
import mappa.task.WorkItemSummary;
import mappa.time.London;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An area's partners by their pages.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class AgencyPagesTest {

    private static final String AREA = "AGX";
    private static final String UNIT = "agency.administrator";

    @Inject TestPeople people;
    @Inject WorkItemService work;
    @Inject Spocs spocs;
    @Inject CoreAgencies cores;
    @Inject Agencies agencies;
    @Inject Agreements agreements;
    @Inject Actors actors;
    @Inject Grants grants;
    @Inject Clock clock;

    private Actor unit;
    private LocalDate today;

    @BeforeEach
    void people() {
        unit = people.person(UNIT, Role.MAPPA_ADMINISTRATOR, AREA);
        today = London.today(clock);
    }

    @Test
    void saysWhatToDoWhereNoAgencyIsYet() {
        people.person("agency.empty", Role.MAPPA_COORDINATOR, "AGY");
        browser("agency.empty")
                .get("/agencies")
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-80\""))
                .body(containsString("No agency has been added yet"));
        browser("agency.empty")
                .get("/agencies/core/2")
                .then()
                .statusCode(200)
                .body(containsString("The area has not said yet"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "SYSTEM_ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void everyRoleReadsAndOnlyTheUnitChanges(Role role) {
        var id = add("Read by " + role, "INVITED", "");
        var name = "agency.as-" + role;
        people.person(name, role, AREA);
        var page = browser(name).get("/agencies/" + id).then().statusCode(200);
        for (var form :
                List.of("/details", "/contacts", "/agreements/information-sharing", "/end")) {
            browser(name)
                    .get("/agencies/" + id + form)
                    .then()
                    .statusCode(role.isUnit() ? 200 : 403);
        }
        page.body(
                role.isUnit()
                        ? not(containsString("Only the MAPPA unit"))
                        : containsString("Only the MAPPA unit"));
    }

    @Test
    void letsSomebodyWithoutAnAreaChooseOne() {
        people.person("agency.system", Role.SYSTEM_ADMIN, null);
        var id = add("Seen by the system administrator", "INVITED", "");
        browser("agency.system")
                .get("/agencies")
                .then()
                .body(containsString("/agencies?area=" + AREA));
        browser("agency.system").get("/agencies/" + id + "?area=" + AREA).then().statusCode(200);
        browser("agency.system").get("/agencies/" + id).then().statusCode(404);
    }

    @Test
    @Tag("SEC-02")
    void neverShowsAnAgencyOfAnotherArea() {
        var id = add("Not for others", "INVITED", "");
        people.person("agency.elsewhere", Role.MAPPA_COORDINATOR, "AGZ");
        for (var path : List.of("", "/details", "/contacts", "/end")) {
            browser("agency.elsewhere").get("/agencies/" + id + path).then().statusCode(404);
        }
        browser("agency.elsewhere")
                .get("/agencies?area=" + AREA)
                .then()
                .body(not(containsString("Not for others")));
    }

    @Test
    void refusesWhatIsNoAgencySayingFieldExpectedAndFound() {
        add("Once only", "DUTY_TO_COOPERATE", "NHS_TRUST");
        send("/agencies/new", Map.of("name", " ", "kind", "DUTY_TO_COOPERATE", "body", ""))
                .statusCode(400)
                .body("html.head.title", startsWith("Error:"))
                .body(containsString("Enter the name of the agency"))
                .body(containsString("Select the body named by law that it is"));
        send("/agencies/new", Map.of("name", "once ONLY", "kind", "INVITED"))
                .statusCode(400)
                .body(containsString("has that name already: once ONLY"))
                .body(containsString("value=\"once ONLY\""));
        send("/agencies/new", Map.of("name", "Guest", "kind", "INVITED", "body", "POLICE"))
                .statusCode(400)
                .body(containsString("An invited agency is no body named by law"));
        // the list ended with the law that replaced it
        send(
                        "/agencies/new",
                        Map.of(
                                "name",
                                "Commissioners",
                                "kind",
                                "DUTY_TO_COOPERATE",
                                "body",
                                "CLINICAL_COMMISSIONING"))
                .statusCode(400)
                .body(containsString("Select the body named by law"));
    }

    @Test
    void renamesAndKeepsWhatItWasCalledBefore() {
        var id = add("Old name", "INVITED", "");
        send(
                        "/agencies/" + id + "/details",
                        Map.of("name", "New name", "kind", "INVITED", "version", "1"))
                .statusCode(409); // read before it was there
        send(
                        "/agencies/" + id + "/details",
                        Map.of("name", "New name", "kind", "INVITED", "version", "0"))
                .statusCode(303);
        browser(UNIT)
                .get("/agencies/" + id)
                .then()
                .body(containsString("<h1 class=\"govuk-heading-l\">New name</h1>"))
                .body(containsString("Old name"));
        assertThat(agencies.names(List.of(id))).containsEntry(id, "New name");
        assertThat(audited("agency-changed", id)).isEqualTo(1);
    }

    @Test
    @Tag("INF-06")
    void passesOpenWorkOnWithTheContact() {
        var id = add("With contacts", "DUTY_TO_COOPERATE", "NHS_TRUST");
        var first = spoc("agency.first", id);
        var second = spoc("agency.second", id);
        var other = people.agency(AREA, "Another agency");
        name(id, first.personId(), null, null, 0).statusCode(303);
        var asked = open(id, first.personId());
        var elsewhere = open(other, first.personId());

        name(id, second.personId(), first.personId(), first.personId(), 1).statusCode(303);

        assertThat(held(second)).contains(asked).doesNotContain(elsewhere);
        assertThat(held(first)).contains(elsewhere).doesNotContain(asked);
        assertThat(asked(() -> spocs.of(id, today)))
                .isEqualTo(new Contacts(second.personId(), first.personId(), first.personId()));
        assertThat(asked(() -> spocs.of(id, today.minusDays(1)))).isEqualTo(Contacts.NOBODY);
        browser(UNIT)
                .get("/agencies/" + id)
                .then()
                .body(containsString("agency.first"))
                .body(containsString("agency.second"));
        assertThat(audited("contacts-named", id)).isEqualTo(2);

        actors.end(second.acting().id());
        assertThat(asked(() -> spocs.of(id, today)).spoc()).isNull();
        browser(UNIT)
                .get("/agencies/" + id)
                .then()
                .body(containsString("agency.second (no longer in this role: counts as nobody)"));
    }

    @Test
    @Tag("INF-06")
    void namesOnlyPeopleOfTheAgencyAndAnotherAsDeputy() {
        var id = add("Whose contacts", "DUTY_TO_COOPERATE", "JOBCENTRE");
        var own = spoc("agency.own", id);
        var stranger = spoc("agency.stranger", people.agency(AREA, "Strangers"));
        name(id, stranger.personId(), null, stranger.personId(), 0)
                .statusCode(400)
                .body(containsString("Select somebody who is appointed as point of contact"))
                .body(containsString("Select somebody who has a role for this agency"));
        name(id, own.personId(), own.personId(), null, 0)
                .statusCode(400)
                .body(containsString("Select a deputy other than the point of contact"));
        name(id, own.personId(), null, null, 0).statusCode(303);
        name(id, own.personId(), null, null, 0).statusCode(409); // somebody named them meanwhile
    }

    @Test
    @Tag("INF-05")
    void tellsEveryStateOfAnAgreementApart() {
        var id = add("Guest with papers", "INVITED", "");
        assertSharing(id, AgreementState.NOT_RECORDED, false);
        sharing(id, "NONE", null, null).statusCode(303);
        assertSharing(id, AgreementState.NONE, false);
        sharing(id, "SIGNED", today, today.plusDays(29)).statusCode(303);
        assertSharing(id, AgreementState.LIVE, true);
        sharing(id, "SIGNED", today.minusDays(9), today.plusDays(28)).statusCode(303);
        assertSharing(id, AgreementState.DUE_FOR_REVIEW, true);
        sharing(id, "SIGNED", today.minusDays(9), today).statusCode(303);
        assertSharing(id, AgreementState.DUE_FOR_REVIEW, true);
        sharing(id, "SIGNED", today.minusDays(9), today.minusDays(1)).statusCode(303);
        assertSharing(id, AgreementState.EXPIRED, false);
        browser(UNIT)
                .get("/agencies/" + id)
                .then()
                .body(containsString("Guest: no live agreement"))
                .body(containsString("Expired"))
                .body(containsString("Not recorded"));
    }

    @Test
    @Tag("INF-05")
    void refusesAnAgreementThatCannotBe() {
        var id = add("Odd papers", "INVITED", "");
        sharing(id, "", null, null)
                .statusCode(400)
                .body(containsString("Select whether it is signed or there is none"));
        sharing(id, "SIGNED", null, null)
                .statusCode(400)
                .body(containsString("Enter the day on which it was signed"));
        sharing(id, "SIGNED", today, null)
                .statusCode(400)
                .body(containsString("Enter the day by which it is to be reviewed"));
        sharing(id, "SIGNED", today.plusDays(1), today.plusDays(9))
                .statusCode(400)
                .body(containsString("It must be signed already"));
        sharing(id, "SIGNED", today, today)
                .statusCode(400)
                .body(containsString("The review must come after the signature"));
    }

    @Test
    @Tag("MTG-07")
    void asksCoreAgenciesOfALevelFromADayOn() {
        var area = "AGW";
        var user = "agency.core";
        var coordinator = people.person(user, Role.MAPPA_COORDINATOR, area);
        var police = people.agency(area, "Core police");
        var housing = people.agency(area, "Core housing");
        var foreign = people.agency(AREA, "Of another area");
        core(user, 3, today, 0, police, housing).statusCode(303);
        core(user, 3, today.plusDays(2), 1, police).statusCode(303);

        assertThat(asked(coordinator, () -> cores.of(area, 3)))
                .extracting(AgencyView::name)
                .containsExactly("Core housing", "Core police");
        assertThat(asked(coordinator, () -> cores.of(area, 3, today.plusDays(2))))
                .extracting(AgencyView::name)
                .containsExactly("Core police");
        assertThat(asked(coordinator, () -> cores.of(area, 2))).isEmpty();
        core(user, 2, today, 0, foreign)
                .statusCode(400)
                .body(containsString("Select agencies of your area"));
        core(user, 2, today, 0).statusCode(400).body(containsString("Select at least one agency"));
        browser(user).get("/agencies/core/4").then().statusCode(404);
    }

    @Test
    void endsAnAgencyWithItsPeopleAndWorkAndCanReopenIt() {
        var id = add("Leaves", "DUTY_TO_COOPERATE", "IMMIGRATION");
        var contact = spoc("agency.leaver", id);
        name(id, contact.personId(), null, null, 0).statusCode(303);
        var asked = open(id, contact.personId());
        core(UNIT, 2, today, -1, id).statusCode(303);
        browser(UNIT)
                .get("/agencies/" + id + "/end")
                .then()
                .statusCode(200)
                .body(containsString("agency.leaver, Single point of contact"))
                .body(containsString("/tasks/" + asked));

        end(id, today.plusDays(1), "Closed", 0)
                .statusCode(400)
                .body(containsString("The last day must be today"));
        end(id, today, " ", 0).statusCode(400).body(containsString("Enter the reason"));
        end(id, today, "Its contract ended", 0).statusCode(303);

        assertThat(available(unit)).contains(asked);
        browser("agency.leaver").get("/agencies").then().statusCode(403);
        assertThat(asked(() -> cores.of(AREA, 2))).extracting(AgencyView::id).doesNotContain(id);
        assertThat(agencies.in(AREA)).extracting(AgencyView::id).doesNotContain(id);
        assertThat(asked(() -> agencies.find(id))).isEmpty();
        browser(UNIT).get("/agencies").then().body(not(containsString("/agencies/" + id)));
        browser(UNIT).get("/agencies?ended=true").then().body(containsString("/agencies/" + id));
        browser(UNIT).get("/agencies/" + id).then().body(containsString("Its contract ended"));
        name(id, null, null, null, 1).statusCode(400);

        send(
                        "/agencies/" + id + "/reopen",
                        "/agencies/" + id + "/end",
                        Map.of("reason", "New contract"))
                .statusCode(303);
        assertThat(asked(() -> agencies.find(id))).isPresent();
        assertThat(audited("agency-ended", id)).isEqualTo(1);
        assertThat(audited("agency-reopened", id)).isEqualTo(1);
    }

    @Test
    @Tag("K-28")
    void countsTheCoverOfThoseWithTheDuty() {
        var user = "agency.cover";
        people.person(user, Role.MAPPA_COORDINATOR, "AGV");
        var covered = people.agency("AGV", "Covered");
        people.agency("AGV", "Uncovered");
        var contact = people.person("agency.cover-1", Role.AGENCY_SPOC, "AGV", covered);
        var deputy = people.person("agency.cover-2", Role.AGENCY_SPOC, "AGV", covered);
        name(user, covered, contact.personId(), null, null, 0).statusCode(303);
        browser(user).get("/agencies").then().body(containsString("0 of 2"));
        name(user, covered, contact.personId(), deputy.personId(), null, 1).statusCode(303);
        browser(user).get("/agencies").then().body(containsString("1 of 2"));
    }

    @Test
    void leafsThroughALongList() {
        var user = "agency.leafing";
        people.person(user, Role.MAPPA_COORDINATOR, "AGL");
        for (var n = 0; n <= AgencyService.PAGE; n++) {
            people.agency("AGL", "Agency %03d".formatted(n));
        }
        var first = browser(user).get("/agencies").then().extract().asString();
        assertThat(first).contains("Agency 049").doesNotContain("Agency 050");
        var next = first.replaceFirst("(?s).*after=([0-9a-f-]{36}).*", "$1");
        browser(user)
                .get("/agencies?after=" + next)
                .then()
                .body(containsString("Agency 050"))
                .body(not(containsString("Agency 049")));
    }

    private UUID add(String name, String kind, String body) {
        var location =
                send("/agencies/new", Map.of("name", name, "kind", kind, "body", body))
                        .statusCode(303)
                        .extract()
                        .header("Location");
        return UUID.fromString(location.replaceFirst(".*/agencies/([0-9a-f-]{36}).*", "$1"));
    }

    private Actor spoc(String name, UUID agency) {
        return people.person(name, Role.AGENCY_SPOC, AREA, agency);
    }

    private static ValidatableResponse name(
            UUID id,
            @Nullable UUID spoc,
            @Nullable UUID deputy,
            @Nullable UUID manager,
            int version) {
        return name(UNIT, id, spoc, deputy, manager, version);
    }

    private static ValidatableResponse name(
            String user,
            UUID id,
            @Nullable UUID spoc,
            @Nullable UUID deputy,
            @Nullable UUID manager,
            int version) {
        return browser(user)
                .formParam("formKey", formKey(user, "/agencies/new"))
                .formParam("spoc", text(spoc))
                .formParam("deputy", text(deputy))
                .formParam("manager", text(manager))
                .formParam("version", version)
                .post("/agencies/" + id + "/contacts")
                .then();
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private static ValidatableResponse sharing(
            UUID id, String found, @Nullable LocalDate signed, @Nullable LocalDate review) {
        var path = "/agencies/" + id + "/agreements/information-sharing";
        return form(UNIT, path)
                .formParam("found", found)
                .formParams(date("signedOn", signed))
                .formParams(date("reviewDueOn", review))
                .post(path)
                .then();
    }

    private void assertSharing(UUID id, AgreementState state, boolean invited) {
        var agency = asked(() -> agencies.find(id)).orElseThrow();
        assertThat(asked(() -> agreements.state(agency, AgreementKind.INFORMATION_SHARING, today)))
                .isEqualTo(state);
        assertThat(asked(() -> agreements.mayBeInvited(agency, today))).isEqualTo(invited);
    }

    /// What another feature asks in its own transaction.
    private <T> T asked(Supplier<T> question) {
        return asked(unit, question);
    }

    private <T> T asked(Actor actor, Supplier<T> question) {
        return people.as(actor, () -> QuarkusTransaction.requiringNew().call(question::get));
    }

    private static ValidatableResponse core(
            String user, int level, LocalDate from, int version, UUID... agencies) {
        var path = "/agencies/core/" + level;
        return form(user, path)
                .formParam("version", version)
                .formParam("agencies", (Object[]) agencies)
                .formParams(date("from", from))
                .post(path)
                .then();
    }

    private static ValidatableResponse end(UUID id, LocalDate on, String reason, int version) {
        var path = "/agencies/" + id + "/end";
        return form(UNIT, path)
                .formParam("version", version)
                .formParam("reason", reason)
                .formParams(date("on", on))
                .post(path)
                .then();
    }

    private static Map<String, String> date(String name, @Nullable LocalDate day) {
        return day == null
                ? Map.of()
                : Map.of(
                        name + "-day", "" + day.getDayOfMonth(),
                        name + "-month", "" + day.getMonthValue(),
                        name + "-year", "" + day.getYear());
    }

    private static ValidatableResponse send(String path, Map<String, String> fields) {
        return send(path, path, fields);
    }

    private static ValidatableResponse send(String path, String page, Map<String, String> fields) {
        return form(UNIT, page).formParams(fields).post(path).then();
    }

    /// Work that an agency was asked, held by one person.
    private UUID open(UUID agency, UUID person) {
        var system = Actor.system("test");
        var thing = UuidCreator.getTimeOrderedEpoch();
        QuarkusTransaction.requiringNew()
                .run(() -> grants.grant(Principals.unit(AREA), thing, Relation.UNIT));
        return people.as(
                system,
                () ->
                        work.open(
                                new OpenWork(
                                        thing,
                                        "chase-panel",
                                        1,
                                        new TaskDetails(
                                                AREA,
                                                null,
                                                null,
                                                "/home",
                                                List.of(Principals.person(person)),
                                                person,
                                                agency,
                                                today,
                                                null)),
                                system));
    }

    private List<UUID> held(Actor actor) {
        return listed(TaskView.MINE, actor);
    }

    private List<UUID> available(Actor actor) {
        return listed(TaskView.AVAILABLE, actor);
    }

    private List<UUID> listed(TaskView view, Actor actor) {
        return people.as(
                actor,
                () ->
                        work.list(view, TaskFilter.NONE, null, actor).items().stream()
                                .map(WorkItemSummary::id)
                                .toList());
    }

    private static int audited(String event, UUID agency) {
        try (var owner = RealParts.as("mappa_owner");
                var query =
                        owner.prepareStatement(
                                "select count(*) from audit_event where event = ? and detail ->> 'agency' = ?")) {
            query.setString(1, event);
            query.setString(2, agency.toString());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
