package mappa.expiry;

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
import java.util.UUID;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.caseload.CaseSituation;
import mappa.caseload.CaseloadService;
import mappa.caseload.Category;
import mappa.caseload.DateKind;
import mappa.caseload.Fact;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.meeting.MeetingStories;
import mappa.time.London;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A category that ends is decided on in time, by its page, and carried out on the day after.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ExpiryServiceTest {

    private static final Actor SYSTEM = Actor.system("category-expiry");

    @Inject MeetingStories stories;
    @Inject ExpiryService service;
    @Inject ExpiryClock watch;
    @Inject CaseloadService caseload;
    @Inject TestPeople people;
    @Inject MovedClock moved;
    @Inject Clock clock;

    private MeetingStories.Circle circle;
    private Actor coordinator;
    private UUID caseId;
    private LocalDate today;

    private void accepted(String area) {
        circle = stories.circle(area);
        coordinator = circle.team().coordinatorA();
        caseId = stories.accepted(circle, 2);
        today = London.today(clock);
    }

    @AfterEach
    void now() {
        moved.reset();
    }

    @Test
    @Tag("CAT-08")
    void theCoordinatorIsAskedEightWeeksAheadTheOthersTwoWeeksBefore() {
        accepted("LA");
        endsIn(57);
        pass();
        assertThat(work()).isEmpty();
        browser(coordinator.name())
                .get("/category-expiries")
                .then()
                .statusCode(200)
                .body(containsString("No category ends within these days"));
        endsIn(56);
        pass();
        pass();
        assertThat(work()).containsExactly("PERSON:" + coordinator.personId());
        assertThat(told("CATEGORY_ENDS")).isEqualTo(1);
        board().body(containsString("Undecided")).body(not(containsString("Passed undecided")));
        assertThat(told("CATEGORY_ENDS_UNDECIDED")).isZero();

        moved.move(Duration.ofDays(41)); // 15 days before
        pass();
        assertThat(work()).containsExactly("PERSON:" + coordinator.personId());
        moved.move(Duration.ofDays(1));
        pass();
        assertThat(work()).containsExactly("ROLE:LA:MAPPA_COORDINATOR");
        assertThat(told("CATEGORY_ENDS_UNDECIDED")).isEqualTo(2); // the second and the deputy
        browser(circle.team().coordinatorB().name())
                .get("/tasks?view=available")
                .then()
                .body(containsString(path()));
        moved.move(Duration.ofDays(15));
        board().body(containsString("Passed undecided"));
        pass();
        assertThat(told("CATEGORY_ENDS_UNDECIDED")).isEqualTo(2);
    }

    @Test
    @Tag("CAT-08")
    @Tag("CAT-04")
    void movesToCategoryThreeOnTheDayAfterTheLastAndMeetingsGoOn() {
        accepted("LB");
        endsIn(20);
        pass();
        move("", "")
                .statusCode(400)
                .body(containsString("Enter why there is a risk of serious harm"))
                .body(containsString("Enter the caution, warning or conviction"))
                .body(containsString("Confirm that no other category applies"));
        move("Threats to two former partners", "Wounding, 2019").statusCode(303);
        assertThat(work()).isEmpty();
        moved.move(Duration.ofDays(20)); // the last day itself
        pass();
        assertThat(situation().standing().category()).isEqualTo(Category.CATEGORY_2);
        moved.move(Duration.ofDays(1));
        watch.watch();
        var standing = situation().standing();
        assertThat(standing.category()).isEqualTo(Category.CATEGORY_3);
        assertThat(standing.categorySince()).isEqualTo(today.plusDays(21));
        assertThat(standing.level().number()).isEqualTo(2);
        assertThat(
                        one(
                                """
                                select count(*) from mappa_eligibility where case_id = '%s' and superseded_at is null
                                and category = 'CATEGORY_2' and end_reason = 'MOVED_CATEGORY' and valid_to = '%s'
                                """
                                        .formatted(caseId, today.plusDays(21))))
                .isEqualTo("1");
        assertThat(stories.cycle(circle, caseId).id()).isNotNull();
        browser(coordinator.name())
                .get("/cases/" + caseId + "/events?kind=CATEGORY")
                .then()
                .body(containsString("Moves to Category 3"));
        browser(coordinator.name())
                .get("/category-expiries/" + expiry())
                .then()
                .body(containsString("The case is in Category 3"))
                .body(containsString("Before the date"))
                .body(not(containsString("formKey")));
    }

    @Test
    @Tag("CAT-08")
    @Tag("ACT-08")
    void theExitEndsTheMeetingsOnTheDayAfterAndOpenActionsAreHandedOver() {
        accepted("LC");
        var held = stories.started(circle, caseId, 1);
        stories.complete(circle, held, "STAY", null);
        stories.agree(circle, held, circle.agencies().getLast());
        stories.close(circle, held);
        var next = stories.invited(circle, caseId, 60);
        endsIn(30);
        exit("The sentence is served", "")
                .statusCode(400)
                .body(containsString("1 action is open. Enter who takes over which"));
        exit("The sentence is served", "Housing keeps its own, without MAPPA").statusCode(303);
        moved.move(Duration.ofDays(30));
        pass();
        assertThat(situation().standing()).isNotNull();
        moved.move(Duration.ofDays(1));
        pass();
        assertThat(situation().standing()).isNull();
        assertThat(
                        one(
                                "select end_reason || ended_on from meeting_cycle where case_id = '%s'"
                                        .formatted(caseId)))
                .isEqualTo("LEVEL_ENDED" + today.plusDays(31));
        assertThat(one("select state from meeting where id = '%s'".formatted(next)))
                .isEqualTo("CALLED_OFF");
        assertThat(
                        one(
                                """
                                select end_reason || valid_to from mappa_eligibility
                                where case_id = '%s' and superseded_at is null
                                """
                                        .formatted(caseId)))
                .isEqualTo("SENTENCE_ENDED" + today.plusDays(31));
    }

    @Test
    @Tag("CAT-08")
    void aChangedDateIsAskedAnewTheSameDayAndADecisionOnAnotherDayLapses() {
        accepted("LD");
        endsIn(20);
        pass();
        exit("The sentence is served", "").statusCode(303);
        endsIn(40);
        assertThat(decision()).isEqualTo("NONE");
        pass();
        assertThat(work()).hasSize(1);
        endsIn(41);
        assertThat(work()).isEmpty(); // the work for the other day is gone at once
        pass();
        assertThat(work()).hasSize(1);
        browser(coordinator.name())
                .get(path())
                .then()
                .body(containsString("Leaves MAPPA")) // what was decided stays readable
                .body(containsString("Before the date"));
    }

    @Test
    @Tag("CAT-08")
    void whatIsDecidedLateTakesEffectAtOnceAndIsALateFact() {
        accepted("LE");
        endsIn(3);
        moved.move(Duration.ofDays(5));
        pass();
        browser(coordinator.name())
                .get(path())
                .then()
                .body(containsString("The last day has come without a decision"));
        move("Threats to two former partners", "Wounding, 2019").statusCode(303);
        assertThat(situation().standing().categorySince()).isEqualTo(today.plusDays(4));
        assertThat(
                        one(
                                "select (decided_on < ends_on)::text from expiry_decision where case_id = '%s'"
                                        .formatted(caseId)))
                .isEqualTo("false");
    }

    @Test
    @Tag("CAT-08")
    void theExitThatAMeetingDecidesSettlesTheQuestion() {
        accepted("LF");
        endsIn(20);
        pass();
        var id = expiry();
        var held = stories.started(circle, caseId, 1);
        stories.complete(circle, held, "EXIT", null);
        stories.close(circle, held);
        assertThat(one("select outcome from category_expiry where id = '%s'".formatted(id)))
                .isEqualTo("OVERTAKEN");
        assertThat(work()).isEmpty();
        form(coordinator.name(), "/people") // its own page has no form any more
                .formParam("exitReasons", "Too late")
                .post("/category-expiries/%s/exit".formatted(id))
                .then()
                .statusCode(409)
                .body(containsString("This question was settled on"));
    }

    @Test
    @Tag("CAT-08")
    void whatWasRecordedBeforeTheServiceWatchedIsTakenOver() {
        accepted("LG");
        endsIn(20);
        execute("delete from category_expiry where case_id = '%s'".formatted(caseId));
        watch.adopt(null);
        watch.adopt(null);
        assertThat(
                        one(
                                "select count(*) from category_expiry where case_id = '%s'"
                                        .formatted(caseId)))
                .isEqualTo("1");
    }

    @Test
    @Tag("CAT-02")
    @Tag("CAT-03")
    void theLastDayIsThatOfTheSentenceOrElseTheLicenceNeverThatOfAnotherCategory() {
        accepted("LH");
        record(Map.of(DateKind.NOTIFICATION_END, Fact.known(today.plusDays(10))));
        assertThat(situation().categoryEndsOn()).isNull();
        record(Map.of(DateKind.LICENCE_END, Fact.known(today.plusDays(30))));
        assertThat(situation().categoryEndsOn()).isEqualTo(today.plusDays(30));
        endsIn(90);
        assertThat(situation().categoryEndsOn()).isEqualTo(today.plusDays(90));
    }

    @Test
    @Tag("SEC-02")
    void othersNeitherReadNorDecide() throws SQLException {
        accepted("LI");
        endsIn(20);
        people.person("LJ-coordinator", Role.MAPPA_COORDINATOR, "LJ");
        browser("LJ-coordinator").get(path()).then().statusCode(404);
        browser("LJ-coordinator")
                .get("/category-expiries")
                .then()
                .body(not(containsString(expiry().toString())));
        browser(circle.unit().name()).get(path()).then().statusCode(403);
        try (var app = RealParts.as("mappa_app");
                var rows =
                        app.createStatement()
                                .executeQuery(
                                        """
                                        select has_table_privilege('expiry_decision', 'update, delete'),
                                               has_column_privilege('category_expiry', 'case_id', 'update')
                                        """)) {
            rows.next();
            assertThat(rows.getBoolean(1)).isFalse();
            assertThat(rows.getBoolean(2)).isFalse();
        }
    }

    // ---- what the tests say

    private void endsIn(int days) {
        record(Map.of(DateKind.SENTENCE_END, Fact.known(today.plusDays(days))));
    }

    private void record(Map<DateKind, Fact<LocalDate>> dates) {
        people.as(coordinator, () -> caseload.recordDates(caseId, dates, coordinator));
    }

    private void pass() {
        people.as(SYSTEM, () -> service.passDays(expiry(), SYSTEM));
    }

    private CaseSituation situation() {
        return people.as(SYSTEM, () -> caseload.situation(caseId, SYSTEM));
    }

    private UUID expiry() {
        return UUID.fromString(
                one(
                        "select id from category_expiry where case_id = '%s' order by id desc limit 1"
                                .formatted(caseId)));
    }

    private String path() {
        return "/category-expiries/" + expiry();
    }

    private ValidatableResponse board() {
        return browser(coordinator.name())
                .get("/category-expiries")
                .then()
                .statusCode(200)
                .body(containsString(path()));
    }

    private ValidatableResponse move(String harm, String conviction) {
        var sent =
                form(coordinator.name(), path())
                        .formParam("harm", harm)
                        .formParam("conviction", conviction)
                        .formParam("reasons", "Five agencies hold the plan together");
        if (!harm.isEmpty()) {
            sent.formParam("inNoOther", "YES");
        }
        return sent.post(path() + "/move").then();
    }

    private ValidatableResponse exit(String reasons, String handedOver) {
        return form(coordinator.name(), path())
                .formParam("exitReasons", reasons)
                .formParam("handedOver", handedOver)
                .post(path() + "/exit")
                .then();
    }

    private String decision() {
        return one(
                "select coalesce(choice, 'NONE') from category_expiry where id = '%s'"
                        .formatted(expiry()));
    }

    /// Who is asked by the open work.
    private List<String> work() {
        var audience =
                one(
                        """
                        select coalesce(string_agg(array_to_string(audience, ','), ';'), '') from work_item
                        where case_id = '%s' and kind = 'decide-category-expiry' and state = 'OPEN'
                        """
                                .formatted(caseId));
        return audience.isEmpty() ? List.of() : List.of(audience.split(";"));
    }

    private long told(String kind) {
        return Long.parseLong(
                one(
                        "select count(*) from notice where thing_id = '%s' and kind = '%s'"
                                .formatted(expiry(), kind)));
    }

    private static String one(String query) {
        try (var owner = RealParts.as("mappa_owner");
                var rows = owner.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void execute(String sql) {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
