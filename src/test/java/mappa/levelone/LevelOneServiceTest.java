package mappa.levelone;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.caseload.Basis;
import mappa.caseload.CaseloadService;
import mappa.caseload.Category;
import mappa.caseload.DateKind;
import mappa.caseload.EndReason;
import mappa.caseload.Fact;
import mappa.caseload.Level;
import mappa.caseload.LevelDecision;
import mappa.caseload.LevelSetBy;
import mappa.caseload.Location;
import mappa.caseload.OpenEligibility;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.referral.ReferralStories;
import mappa.time.London;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The lead agency's reviews at Level 1, by their pages, and what the days and the case bring.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class LevelOneServiceTest {

    private static final Actor SYSTEM = Actor.system("level-one");

    @Inject ReferralStories stories;
    @Inject LevelOneWatchService watching;
    @Inject LevelOneClock watch;
    @Inject CaseloadService caseload;
    @Inject TestPeople people;
    @Inject MovedClock moved;
    @Inject Clock clock;

    private ReferralStories.Team team;
    private Actor unit;
    private Actor owner;
    private UUID probation;
    private UUID caseId;
    private LocalDate today;

    /// A case at Level 1 since some days ago, with its owner.
    private void atLevelOne(String area, int days) {
        team = stories.team(area);
        unit = team.coordinatorA();
        probation = people.agency(area, "Probation");
        owner = people.person(area + "-owner", Role.CASE_OWNER, area, probation);
        caseId = stories.someCase(team).id();
        today = London.today(clock);
        people.as(unit, () -> caseload.nameOwner(caseId, owner.personId(), probation, unit));
        open(days);
    }

    private void open(int days) {
        people.as(
                unit,
                () ->
                        caseload.openEligibility(
                                caseId,
                                new OpenEligibility(
                                        Category.CATEGORY_2,
                                        Basis.STATUTORY,
                                        Set.of(),
                                        today.minusDays(days),
                                        probation,
                                        Level.LEVEL_1,
                                        new LevelDecision(
                                                LevelSetBy.LEAD_AGENCY, "Probation alone", null)),
                                unit));
    }

    @AfterEach
    void now() {
        moved.reset();
    }

    @Test
    @Tag("L1-02")
    void theOwnerIsAskedFourWeeksAheadRemindedAndToldWhenItIsLateOnceEach() {
        atLevelOne("LK", 83); // due in 29 days
        pass();
        assertThat(work("hold-level-1-review")).isEmpty();
        moved.move(Duration.ofDays(1));
        pass();
        pass();
        assertThat(work("hold-level-1-review")).containsExactly("PERSON:" + owner.personId());
        assertThat(told("LEVEL_1_REVIEW_DUE")).isEqualTo(1);
        browser(owner.name()).get("/tasks").then().body(containsString(path()));
        moved.move(Duration.ofDays(21));
        watch.watch();
        assertThat(told("LEVEL_1_REVIEW_REMINDER")).isEqualTo(1);
        moved.move(Duration.ofDays(7)); // the due day
        pass();
        assertThat(told("LEVEL_1_REVIEW_LATE")).isZero();
        moved.move(Duration.ofDays(1));
        pass();
        pass();
        assertThat(told("LEVEL_1_REVIEW_LATE")).isEqualTo(4); // the owner and three coordinators
        browser(owner.name())
                .get("/level-1-reviews")
                .then()
                .statusCode(200)
                .body(containsString("Overdue"));
    }

    @Test
    @Tag("L1-01")
    @Tag("L1-04")
    @Tag("L1-07")
    void aReviewShowsItsEvidenceOnTheCaseAndTheNextIsDueSixteenWeeksOn() {
        atLevelOne("LL", 100);
        pass();
        form(owner.name(), path() + "/review")
                .post(path() + "/review")
                .then()
                .statusCode(400)
                .body(containsString("Select how the review was held"))
                .body(containsString("Enter what was looked at and what it showed"))
                .body(containsString("Select the agencies that were given the plan"));
        review("STAY", today.plusDays(1), "Read the police log")
                .statusCode(400)
                .body(containsString("The day must be"))
                .body(containsString("Read the police log"));
        review("STAY", today.minusDays(2), "Read the police log: no incident").statusCode(303);
        assertThat(work("hold-level-1-review")).isEmpty();
        assertThat(dueOn()).isEqualTo(today.plusDays(110).toString());
        browser(unit.name())
                .get("/cases/" + caseId)
                .then()
                .body(containsString("Read the police log: no incident"));
        browser(owner.name())
                .get(path())
                .then()
                .body(containsString("In time"))
                .body(containsString("Probation, on"));
        review("STAY", today.minusDays(2), "Again")
                .statusCode(400)
                .body(containsString("The day must be"));
        assertThat(one("select due_on::text from level_one_review where case_id = '%s'"))
                .isEqualTo(today.plusDays(12).toString()); // K-17
    }

    @Test
    @Tag("NOT-02")
    @Tag("NOT-07")
    void whoeverIsHeldIsReviewedBeforeReleaseAndAChangedReleaseMovesTheWorkTheSameDay() {
        atLevelOne("LM", 0);
        people.as(unit, () -> caseload.recordLocation(caseId, Location.PRISON, null, today, unit));
        assertThat(dueOn()).isNull();
        released(today.plusMonths(3));
        var due = LocalDate.parse(dueOn());
        assertThat(due).isBefore(today.plusMonths(3)).isAfter(today.plusMonths(3).minusDays(6));
        pass();
        assertThat(work("hold-level-1-review")).hasSize(1);
        released(today.plusMonths(9));
        assertThat(work("hold-level-1-review")).isEmpty();
        pass();
        assertThat(work("hold-level-1-review")).isEmpty();
        released(today.plusMonths(2));
        pass();
        assertThat(work("hold-level-1-review")).hasSize(1);
    }

    @Test
    @Tag("L1-05")
    void theOwnerAnswersWhatIsReportedByAReasonOrAReferralWithWhatTheCaseSays() {
        atLevelOne("LN", 20);
        report("", "")
                .statusCode(400)
                .body(containsString("Select what happened"))
                .body(containsString("Enter what is known of it"));
        report("NEW_ARREST", "Arrested for theft").statusCode(303);
        report("RISK_HIGH", "The assessment says so").statusCode(303);
        assertThat(work("consider-referring-up")).hasSize(2);
        assertThat(told("LEVEL_1_PROMPT")).isEqualTo(2);
        var arrest = prompt("NEW_ARREST");
        var page = "%s/prompts/%s".formatted(path(), arrest);
        form(owner.name(), path())
                .post(page + "/dismissal")
                .then()
                .statusCode(400)
                .body(containsString("Enter why it asks for nothing"));
        form(owner.name(), path())
                .formParam("reason-" + arrest, "Mistaken identity")
                .post(page + "/dismissal")
                .then()
                .statusCode(303);
        browser(unit.name()).get(path()).then().body(containsString("Mistaken identity"));
        form(owner.name(), path())
                .post("%s/prompts/%s/referral".formatted(path(), prompt("RISK_HIGH")))
                .then()
                .statusCode(303)
                .header("Location", containsString("/referrals/new?case=" + caseId));
        assertThat(work("consider-referring-up")).isEmpty();

        var start = "/referrals/new?case=" + caseId;
        var begun =
                form(owner.name(), start)
                        .formParam("case", caseId)
                        .post("/referrals/new")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location")
                        .replaceAll(".*(/referrals/[^/]+)/sections.*", "$1");
        var surname =
                one(
                        "select n.surname from person_name n join mappa_case c on c.person_id = n.person_id where c.id = '%s'");
        browser(owner.name())
                .get(begun + "/sections/person")
                .then()
                .statusCode(200)
                .body(containsString(surname));
    }

    @Test
    @Tag("L1-05")
    void theCaseItselfPromptsWhenThePersonIsHeldAgainOnceForEachStay() {
        atLevelOne("LO", 50);
        held(Location.PRISON, 10);
        assertThat(work("consider-referring-up")).hasSize(1);
        held(Location.HOSPITAL_MHA, 8); // the same stay goes on
        assertThat(work("consider-referring-up")).hasSize(1);
        held(Location.COMMUNITY, 5);
        held(Location.PRISON, 2);
        assertThat(work("consider-referring-up")).hasSize(2);
        browser(owner.name())
                .get(path())
                .then()
                .body(containsString("Held in custody or hospital again"))
                .body(containsString("The place that the case records"));
    }

    @Test
    @Tag("L1-01")
    void anExitAsksTheUnitAndLeavingLevelOneEndsWhatIsAsked() {
        atLevelOne("LP", 100);
        pass();
        report("RECALL", "Recalled on Monday").statusCode(303);
        review("EXIT", today, "The sentence is served").statusCode(303);
        assertThat(work("end-after-level-1-review")).containsExactly("UNIT:LP");
        var path = path();
        people.as(
                unit, () -> caseload.endEligibility(caseId, today, EndReason.SENTENCE_ENDED, unit));
        assertThat(work("end-after-level-1-review")).isEmpty();
        assertThat(work("consider-referring-up")).isEmpty();
        browser(owner.name())
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("The case is no longer at Level 1"))
                .body(not(containsString("formKey")));
    }

    @Test
    @Tag("L1-05")
    void referUpLeadsToTheReferral() {
        atLevelOne("LQ", 10);
        review("REFER_UP", today, "Two agencies hold back")
                .statusCode(303)
                .header("Location", containsString("/referrals/new?case=" + caseId));
    }

    @Test
    @Tag("L1-01")
    @Tag("INF-06")
    void withoutAnOwnerTheAgencysPointOfContactIsAskedAndSeesTheReviewNotTheCase() {
        team = stories.team("LR");
        unit = team.coordinatorA();
        probation = people.agency("LR", "Probation");
        var spoc = people.person("LR-spoc", Role.AGENCY_SPOC, "LR", probation);
        caseId = stories.someCase(team).id();
        today = London.today(clock);
        open(100);
        pass();
        assertThat(work("hold-level-1-review")).containsExactly("PERSON:" + spoc.personId());
        browser(spoc.name()).get(path()).then().statusCode(200);
        browser(spoc.name()).get("/cases/" + caseId).then().statusCode(403);
        owner = spoc;
        review("STAY", today, "Read the file").statusCode(303);

        owner = people.person("LR-owner", Role.CASE_OWNER, "LR", probation);
        people.as(unit, () -> caseload.nameOwner(caseId, owner.personId(), probation, unit));
        browser(spoc.name()).get(path()).then().statusCode(404);
        browser(owner.name()).get(path()).then().statusCode(200);
    }

    @Test
    @Tag("SEC-02")
    void othersSeeNothingOfIt() throws SQLException {
        atLevelOne("LS", 100);
        people.person("LS-other", Role.CASE_OWNER, "LS", probation);
        people.person("LT-unit", Role.MAPPA_COORDINATOR, "LT");
        for (var stranger : List.of("LS-other", "LT-unit")) {
            browser(stranger).get(path()).then().statusCode(404);
            browser(stranger)
                    .get("/level-1-reviews")
                    .then()
                    .statusCode(200)
                    .body(not(containsString(stay())));
        }
        try (var app = RealParts.as("mappa_app");
                var rows =
                        app.createStatement()
                                .executeQuery(
                                        """
                                        select has_table_privilege('level_one_review', 'update, delete'),
                                               has_column_privilege('refer_up_prompt', 'detail', 'update'),
                                               has_table_privilege('level_one_stay', 'delete')
                                        """)) {
            rows.next();
            for (int i = 1; i <= 3; i++) {
                assertThat(rows.getBoolean(i)).isFalse();
            }
        }
    }

    @Test
    @Tag("L1-01")
    void whatWasAtLevelOneBeforeTheServiceWatchedIsTakenOver() throws SQLException {
        atLevelOne("LU", 10);
        try (var sql = RealParts.as("mappa_owner");
                var statement = sql.createStatement()) {
            statement.execute("delete from level_one_stay where case_id = '%s'".formatted(caseId));
        }
        watch.adopt(null);
        watch.adopt(null);
        assertThat(one("select count(*) from level_one_stay where case_id = '%s'")).isEqualTo("1");
    }

    // ---- what the tests say

    private void pass() {
        var id = UUID.fromString(stay());
        people.as(SYSTEM, () -> watching.passDays(id, SYSTEM));
    }

    private void released(LocalDate day) {
        people.as(
                unit,
                () ->
                        caseload.recordDates(
                                caseId, Map.of(DateKind.RELEASE, Fact.known(day)), unit));
    }

    private void held(Location location, int daysAgo) {
        people.as(
                unit,
                () ->
                        caseload.recordLocation(
                                caseId, location, null, today.minusDays(daysAgo), unit));
    }

    private String stay() {
        return one("select id from level_one_stay where case_id = '%s' order by id desc limit 1");
    }

    private String path() {
        return "/level-1-reviews/" + stay();
    }

    private String dueOn() {
        return one(
                "select due_on::text from level_one_stay where case_id = '%s' and ended_on is null");
    }

    private String prompt(String kind) {
        return one("select id from refer_up_prompt where case_id = '%s' and kind = '" + kind + "'");
    }

    private ValidatableResponse review(String outcome, LocalDate on, String evidence) {
        var held = LocalDate.from(on);
        return form(owner.name(), path() + "/review")
                .formParam("mode", "PAPER")
                .formParam("heldOn-day", held.getDayOfMonth())
                .formParam("heldOn-month", held.getMonthValue())
                .formParam("heldOn-year", held.getYear())
                .formParam("tookPart", "The case owner")
                .formParam("evidence", evidence)
                .formParam("sharedWith", probation)
                .formParam("sharedOn-day", today.getDayOfMonth())
                .formParam("sharedOn-month", today.getMonthValue())
                .formParam("sharedOn-year", today.getYear())
                .formParam("outcome", outcome)
                .formParam("reasons", "The plan holds")
                .post(path() + "/review")
                .then();
    }

    /// The unit reports it.
    private ValidatableResponse report(String kind, String detail) {
        return form(unit.name(), path() + "/prompts/new")
                .formParam("kind", kind)
                .formParam("since-day", today.getDayOfMonth())
                .formParam("since-month", today.getMonthValue())
                .formParam("since-year", today.getYear())
                .formParam("detail", detail)
                .post(path() + "/prompts")
                .then();
    }

    /// Who is asked by open work of a kind, one entry for each piece.
    private List<String> work(String kind) {
        var audience =
                one(
                        "select coalesce(string_agg(array_to_string(audience, ','), ';'), '') from work_item"
                                + " where case_id = '%s' and state = 'OPEN' and kind = '"
                                + kind
                                + "'");
        return audience.isEmpty() ? List.of() : List.of(audience.split(";"));
    }

    private long told(String kind) {
        return Long.parseLong(
                one(
                        "select count(*) from notice where kind = '"
                                + kind
                                + "' and thing_id in (select id from level_one_stay where case_id = '%s')"));
    }

    /// @param query with the case for `%s`
    private String one(String query) {
        try (var sql = RealParts.as("mappa_owner");
                var rows = sql.createStatement().executeQuery(query.formatted(caseId))) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
