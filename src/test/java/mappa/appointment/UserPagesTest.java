package mappa.appointment;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.AddAgency;
import mappa.agency.AgencyKind;
import mappa.agency.AgencyService;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Grade;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.TaskFilter;
import mappa.task.TaskView;
import mappa.task.WorkItemService;
import mappa.time.London;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Roles are given by two people and ended by one.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class UserPagesTest {

    private static final String AREA = "UPA";
    private static final String ADMIN = "users.admin";
    private static final String OTHER_ADMIN = "users.other-admin";
    private static final String COORDINATOR = "users.coordinator";

    @Inject TestPeople people;
    @Inject Actors actors;
    @Inject Chairs chairs;
    @Inject AgencyService agencies;
    @Inject WorkItemService work;
    @Inject Grants grants;
    @Inject Clock clock;

    private Actor admin;
    private LocalDate today;

    @BeforeEach
    void people() {
        admin = people.person(ADMIN, Role.SYSTEM_ADMIN, null);
        people.person(OTHER_ADMIN, Role.SYSTEM_ADMIN, null);
        people.person(COORDINATOR, Role.MAPPA_COORDINATOR, AREA);
        today = London.today(clock);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SYSTEM_ADMIN", "MAPPA_COORDINATOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void othersHaveNoSuchPage(Role role) {
        people.person("users." + role, role, AREA);
        browser("users." + role).get("/users").then().statusCode(403);
    }

    @Test
    void findsWhoSignedInWithoutARole() {
        var newcomer = newcomer("users.newcomer");
        browser(ADMIN)
                .get("/users?view=without-role")
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-112\""))
                .body(containsString("/users/" + newcomer));
        browser(COORDINATOR)
                .get("/users?view=without-role")
                .then()
                .body(not(containsString("/users/" + newcomer)));
        browser(COORDINATOR).get("/users/" + newcomer).then().statusCode(404);
    }

    @Test
    @Tag("SEC-32")
    void givesARoleWhenASecondPersonConfirms() {
        var person = newcomer("users.two-people");
        propose(person, Role.MAPPA_ADMINISTRATOR, Map.of()).statusCode(303);
        assertThat(roles("users.two-people")).isEmpty();
        browser("users.two-people").get("/tasks").then().statusCode(403);

        var proposal = proposal(person);
        decide(ADMIN, person, proposal, "confirm")
                .statusCode(400)
                .body(containsString("A second person decides"));
        assertThat(roles("users.two-people")).isEmpty();

        browser(COORDINATOR).get("/home").then().body(containsString("Roles to confirm"));
        decide(COORDINATOR, person, proposal, "confirm").statusCode(303);
        assertThat(roles("users.two-people")).containsExactly(Role.MAPPA_ADMINISTRATOR);
        browser("users.two-people").get("/tasks").then().statusCode(200);
        decide(OTHER_ADMIN, person, proposal, "confirm").statusCode(400);
        assertThat(audited("proposal-changed", proposal)).isEqualTo(2);
    }

    @Test
    @Tag("SEC-32")
    void nobodyGivesThemselvesARoleNorConfirmsTheirOwn() {
        form(ADMIN, "/users/" + newcomer("users.any") + "/appointments/new")
                .formParam("role", "AUDITOR")
                .formParam("area", AREA)
                .post("/users/" + admin.personId() + "/appointments/new")
                .then()
                .statusCode(400)
                .body(containsString("You cannot give yourself a role"));
        assertThat(roles(ADMIN)).containsExactly(Role.SYSTEM_ADMIN);

        var coordinator = actors.find("https://identity.test", COORDINATOR, null).orElseThrow();
        propose(coordinator.personId(), Role.AUDITOR, Map.of()).statusCode(303);
        decide(COORDINATOR, coordinator.personId(), proposal(coordinator.personId()), "confirm")
                .statusCode(400);
        assertThat(roles(COORDINATOR)).containsExactly(Role.MAPPA_COORDINATOR);
    }

    @Test
    @Tag("SEC-32")
    void aCoordinatorConfirmsOnlyInTheOwnArea() {
        people.person("users.elsewhere", Role.MAPPA_COORDINATOR, "UPB");
        var person = newcomer("users.only-here");
        propose(person, Role.LAY_ADVISER, Map.of()).statusCode(303);
        decide("users.elsewhere", person, proposal(person), "confirm").statusCode(404);
        browser("users.elsewhere").get("/users/" + person).then().statusCode(404);
        decide(OTHER_ADMIN, person, proposal(person), "confirm").statusCode(303);
        assertThat(roles("users.only-here")).containsExactly(Role.LAY_ADVISER);
    }

    @Test
    @Tag("SEC-32")
    void countsAtOnceWhereNobodyCouldConfirmAndIsConfirmedLater() {
        var area = "UPC";
        people.area(area);
        endAllOf(Role.SYSTEM_ADMIN, ADMIN);
        var first = newcomer("users.first");
        propose(first, Role.MAPPA_COORDINATOR, Map.of("area", area))
                .statusCode(303)
                .header("Location", containsString("appointment.alert.alone"));
        assertThat(roles("users.first")).containsExactly(Role.MAPPA_COORDINATOR);
        browser(ADMIN)
                .get("/users/" + first)
                .then()
                .body(containsString("Counts on one person’s word: to be confirmed"));
        decide("users.first", first, proposal(first), "confirm").statusCode(400);

        var second = newcomer("users.second");
        propose(second, Role.MAPPA_COORDINATOR, Map.of("area", area))
                .header("Location", containsString("appointment.alert.proposed"));
        assertThat(roles("users.second")).isEmpty();
        decide("users.first", second, proposal(second), "confirm").statusCode(303);
        decide("users.second", first, proposal(first), "confirm").statusCode(303);
        browser(ADMIN).get("/users/" + first).then().body(containsString("Confirmed"));
        assertThat(roles("users.first")).containsExactly(Role.MAPPA_COORDINATOR);
    }

    @Test
    @Tag("SEC-32")
    void refusingWhatCountedOnOneWordEndsIt() {
        var area = "UPD";
        people.area(area);
        endAllOf(Role.SYSTEM_ADMIN, ADMIN);
        var person = newcomer("users.not-wanted");
        propose(person, Role.AUDITOR, Map.of("area", area)).statusCode(303);
        assertThat(roles("users.not-wanted")).containsExactly(Role.AUDITOR);
        people.person(OTHER_ADMIN, Role.SYSTEM_ADMIN, null);
        decide(OTHER_ADMIN, person, proposal(person), "refuse").statusCode(303);
        assertThat(roles("users.not-wanted")).isEmpty();
    }

    @Test
    @Tag("SEC-32")
    void whoStandsOnOneWordIsNoSecondPersonForAnAdministrator() {
        var area = "UPE";
        people.area(area);
        endAllOf(Role.SYSTEM_ADMIN, ADMIN);
        var puppet = newcomer("users.puppet");
        propose(puppet, Role.MAPPA_COORDINATOR, Map.of("area", area)).statusCode(303);
        var third = newcomer("users.third");
        propose(third, Role.SYSTEM_ADMIN, Map.of("area", ""))
                .header("Location", containsString("appointment.alert.proposed"));
        decide("users.puppet", third, proposal(third), "confirm").statusCode(400);
        decide(COORDINATOR, third, proposal(third), "confirm").statusCode(303);
        assertThat(roles("users.third")).containsExactly(Role.SYSTEM_ADMIN);
    }

    @Test
    @Tag("MTG-08")
    void aChairIsOfPoliceOrProbationAndHasAGrade() {
        var police = agency("Users police", "POLICE");
        var housing = agency("Users housing", "HOUSING_AUTHORITY");
        var person = newcomer("users.chair");
        propose(person, Role.CHAIR, Map.of())
                .statusCode(400)
                .body(containsString("Select the agency for which the role is held"));
        propose(person, Role.CHAIR, Map.of("agency", housing, "grade", "SENIOR_MANAGER"))
                .statusCode(409)
                .body(
                        containsString(
                                "A chair is of police or probation. You selected: Users housing"))
                .body(containsString("Rule R-MTG-08. National rule."));
        propose(person, Role.CHAIR, Map.of("agency", police))
                .statusCode(400)
                .body(containsString("Select the grade of the chair"));
        propose(person, Role.CHAIR, Map.of("agency", police, "grade", "MIDDLE_MANAGER"))
                .statusCode(303);
        decide(COORDINATOR, person, proposal(person), "confirm").statusCode(303);
        var chair =
                chairs.of(AREA).stream()
                        .filter(one -> one.person().equals(person))
                        .findFirst()
                        .orElseThrow();
        assertThat(chair.grade()).isEqualTo(Grade.MIDDLE_MANAGER);
        assertThat(chair.isSeniorEnoughFor(2)).isTrue();
        assertThat(chair.isSeniorEnoughFor(3)).isFalse();
    }

    @Test
    void refusesWhatIsNoRoleSayingWhatIsExpected() {
        var person = newcomer("users.odd");
        propose(person, Role.REFERRER, Map.of("area", ""))
                .statusCode(400)
                .body(containsString("Select the area in which the role is held"));
        propose(person, Role.SYSTEM_ADMIN, Map.of())
                .statusCode(400)
                .body(containsString("A system administrator belongs to no area"));
        propose(person, Role.AUDITOR, days("until", today.minusDays(1)))
                .statusCode(400)
                .body(containsString("The last day cannot come before the first"));
        propose(person, Role.AUDITOR, days("from", today.minusDays(1)))
                .statusCode(400)
                .body(containsString("The first day must be today"));
        propose(person, Role.AUDITOR, Map.of()).statusCode(303);
        propose(person, Role.AUDITOR, Map.of())
                .statusCode(400)
                .body(containsString("That role is proposed already"));
    }

    @Test
    void beginsAndEndsOnItsDays() {
        var person = newcomer("users.later");
        var fields = new HashMap<String, Object>(days("from", today.plusDays(1)));
        fields.putAll(days("until", today.plusDays(3)));
        propose(person, Role.AUDITOR, fields).statusCode(303);
        decide(COORDINATOR, person, proposal(person), "confirm").statusCode(303);
        assertThat(roles("users.later")).isEmpty();
        browser(ADMIN)
                .get("/users/" + person)
                .then()
                .body(containsString("(to come)"))
                .body(containsString("End this role"));
    }

    @Test
    @Tag("SEC-31")
    void endsARoleInOpenSessionsAndGivesItsWorkBack() throws Exception {
        var leaver = people.person("users.leaver", Role.MAPPA_ADMINISTRATOR, AREA);
        var task = open(leaver);
        record Answer(long asked, int status) {}
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        var key = formKey(COORDINATOR, "/users/" + leaver.personId());
        long ended;
        var until = System.nanoTime() + 4_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var n = 0; n < 4; n++) {
                threads.submit(
                        () -> {
                            while (System.nanoTime() < until) {
                                var asked = System.nanoTime();
                                answers.add(
                                        new Answer(
                                                asked,
                                                browser("users.leaver")
                                                        .get("/tasks")
                                                        .statusCode()));
                            }
                        });
            }
            java.util.concurrent.locks.LockSupport.parkNanos(1_500_000_000L);
            browser(COORDINATOR)
                    .formParam("formKey", key)
                    .post(
                            "/users/%s/appointments/%s/end"
                                    .formatted(leaver.personId(), leaver.acting().id()))
                    .then()
                    .statusCode(303);
            ended = System.nanoTime();
        }
        assertThat(answers).anyMatch(answer -> answer.status() == 200);
        assertThat(answers)
                .filteredOn(answer -> answer.asked() > ended)
                .isNotEmpty()
                .allMatch(answer -> answer.status() == 403);

        var coordinator = actors.find("https://identity.test", COORDINATOR, null).orElseThrow();
        var available =
                people.as(
                        coordinator,
                        () -> work.list(TaskView.AVAILABLE, TaskFilter.NONE, null, coordinator));
        assertThat(available.items()).anyMatch(item -> item.id().equals(task));
        browser(ADMIN)
                .get("/users?view=left")
                .then()
                .body(containsString("/users/" + leaver.personId()));
    }

    @Test
    void keepsTheLastSystemAdministrator() {
        endAllOf(Role.SYSTEM_ADMIN, ADMIN);
        form(ADMIN, "/users/" + admin.personId())
                .post(
                        "/users/%s/appointments/%s/end"
                                .formatted(admin.personId(), admin.acting().id()))
                .then()
                .statusCode(400)
                .body(containsString("This is the last system administrator"));
        assertThat(roles(ADMIN)).containsExactly(Role.SYSTEM_ADMIN);
    }

    @Test
    void addsAnAreaOnce() {
        var code = "U" + (char) ('A' + (int) (System.nanoTime() % 26)) + "Z";
        form(ADMIN, "/areas")
                .formParam("code", "N4")
                .formParam("name", " ")
                .post("/areas")
                .then()
                .statusCode(400)
                .body(containsString("Enter two or three letters from A to Z. You typed: N4"))
                .body(containsString("Enter the name of the area"));
        form(ADMIN, "/areas")
                .formParam("code", code.toLowerCase())
                .formParam("name", "Area " + code)
                .post("/areas")
                .then()
                .statusCode(303);
        form(ADMIN, "/areas")
                .formParam("code", code)
                .formParam("name", "Another")
                .post("/areas")
                .then()
                .statusCode(400)
                .body(containsString("has that code already: " + code));
        browser(COORDINATOR).get("/areas").then().statusCode(403);
    }

    // ---- what the tests are written with

    /// Somebody who signs in for the first time.
    private UUID newcomer(String name) {
        browser(name).get("/home").then().statusCode(200);
        return actors.find("https://identity.test", name, null).orElseThrow().personId();
    }

    private ValidatableResponse propose(UUID person, Role role, Map<String, ?> fields) {
        var path = "/users/" + person + "/appointments/new";
        var sent = new HashMap<String, Object>(Map.of("role", role, "area", AREA));
        sent.putAll(fields);
        return form(ADMIN, path).formParams(sent).post(path).then();
    }

    private static Map<String, Object> days(String name, LocalDate day) {
        return Map.of(
                name + "-day", day.getDayOfMonth(),
                name + "-month", day.getMonthValue(),
                name + "-year", day.getYear());
    }

    private static ValidatableResponse decide(
            String by, UUID person, UUID proposal, String verdict) {
        return browser(by)
                .formParam("formKey", anyKey(by))
                .post("/users/%s/proposals/%s/%s".formatted(person, proposal, verdict))
                .then();
    }

    /// A key of a form that anybody who may decide has.
    private static String anyKey(String by) {
        return formKey(by, by.contains("admin") ? "/areas" : "/agencies/new");
    }

    private UUID agency(String name, String body) {
        var coordinator = actors.find("https://identity.test", COORDINATOR, null).orElseThrow();
        return people.as(
                coordinator,
                () ->
                        agencies.add(
                                new AddAgency(
                                        name,
                                        body.equals("POLICE")
                                                ? AgencyKind.RESPONSIBLE_AUTHORITY
                                                : AgencyKind.DUTY_TO_COOPERATE,
                                        body,
                                        null),
                                coordinator));
    }

    private UUID open(Actor holder) {
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
                                                List.of(Principals.person(holder.personId())),
                                                holder.person(),
                                                null,
                                                today,
                                                null)),
                                system));
    }

    private List<Role> roles(String name) {
        return actors
                .find("https://identity.test", name, null)
                .orElseThrow()
                .appointments()
                .stream()
                .map(one -> one.role())
                .toList();
    }

    private static UUID proposal(UUID person) {
        return UUID.fromString(
                text(
                        "select id from appointment_proposal where user_id = '%s' order by proposed_at desc limit 1"
                                .formatted(person)));
    }

    private static int audited(String event, UUID proposal) {
        return Integer.parseInt(
                text(
                        "select count(*) from audit_event where event = '%s' and detail ->> 'proposal' = '%s'"
                                .formatted(event, proposal)));
    }

    /// As in an installation where that is all there is.
    private static void endAllOf(Role role, String but) {
        execute(
                """
                update appointment a set until_at = now() from user_account u
                where u.id = a.user_id and a.role = '%s' and u.subject <> '%s'
                  and (a.until_at is null or a.until_at > now())
                """
                        .formatted(role, but));
    }

    private static void execute(String sql) {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String text(String sql) {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
