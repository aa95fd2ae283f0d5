package mappa.meeting;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import mappa.MovedClock;
import mappa.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Actions from the meeting that agrees them to the next, which says what became of them.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class AgreedActionTest {

    private static final String UNIT = "AA-administrator";
    private static final String HOUSING = "AA-spoc-housing";

    @Inject MeetingStories stories;
    @Inject ActionService actions;
    @Inject MovedClock clock;

    private MeetingStories.Circle circle;
    private UUID caseId;
    private UUID meeting;

    @BeforeEach
    void meeting() {
        circle = stories.circle("AA");
        caseId = stories.accepted(circle, 2);
        meeting = stories.started(circle, caseId, 1);
        clock.move(Duration.ofDays(1));
        stories.complete(circle, meeting, "STAY", null);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("ACT-09")
    void itsAgencyIsAskedOnTheDayOfClosingOnceAndNotBefore() {
        var action = stories.agree(circle, meeting, circle.agencies().get(2));
        browser(HOUSING).get("/actions/" + action).then().statusCode(404);
        assertThat(work(action)).isZero();
        stories.close(circle, meeting);
        assertThat(work(action)).isOne();
        assertThat(notices(action)).isOne();
        browser(HOUSING)
                .get("/tasks?view=mine")
                .then()
                .statusCode(200)
                .body(containsString("/actions/" + action));
        browser(HOUSING)
                .get("/actions/" + action)
                .then()
                .statusCode(200)
                .body(containsString("Visit the address"));
    }

    @Test
    @Tag("ACC-01")
    void anotherAgencyDoesNotSeeIt() {
        var action = stories.agree(circle, meeting, circle.agencies().get(2));
        stories.close(circle, meeting);
        browser("AA-spoc-police").get("/actions/" + action).then().statusCode(404);
        var officer = circle.spocs().getFirst();
        assertThat(stories.as(officer, () -> actions.agreed(meeting, officer))).isEmpty();
        var housing = circle.spocs().get(2);
        assertThat(stories.as(housing, () -> actions.agreed(meeting, housing))).hasSize(1);
        assertThat(seenPastTheService(action, officer.principals())).isZero();
        assertThat(seenPastTheService(action, housing.principals())).isOne();
    }

    @Test
    @Tag("ACT-05")
    void theAgencyReportsItAsDoneAndTheNextMeetingLooksAtIt() {
        var action = stories.agree(circle, meeting, circle.agencies().get(2));
        stories.close(circle, meeting);
        var page = "/actions/" + action;
        form(HOUSING, page)
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Say what the result is"));
        form(HOUSING, page)
                .formParam("result", "The address was visited")
                .post(page)
                .then()
                .statusCode(303);
        assertThat(open(action)).isZero();
        var next = stories.started(circle, caseId, 2);
        browser(UNIT)
                .get("/meetings/%s/record/previous-actions".formatted(next))
                .then()
                .body(containsString("The agency says that it is done"))
                .body(containsString("The address was visited"))
                .body(containsString("Not answered"));
    }

    @Test
    @Tag("ACT-06")
    void aNewDateKeepsTheFirstAndAsksAgainWhenTheMeetingCloses() {
        var action = stories.agree(circle, meeting, circle.agencies().get(2));
        stories.close(circle, meeting);
        var first = stories.today().plusDays(14);
        var next = stories.started(circle, caseId, 2);
        clock.move(Duration.ofDays(2));
        stories.complete(circle, next, "STAY", null);
        answer(next, action, new AnswerAction(ActionOutcome.CANCELLED, "By mistake", null));
        answer(next, action, new AnswerAction(ActionOutcome.NEW_DATE, "Ill", first.plusDays(9)));
        var shown = stories.as(circle.unit(), () -> actions.action(action, circle.unit()));
        assertThat(shown.dueOn()).isEqualTo(first.plusDays(9));
        assertThat(shown.firstDueOn()).isEqualTo(first);
        assertThat(shown.state()).isEqualTo(ActionState.OPEN);
        stories.close(circle, next);
        assertThat(open(action)).isOne();
        assertThat(notices(action)).isEqualTo(2);
    }

    @Test
    @Tag("ACT-01")
    void isWrittenDownFromAnySectionChangedAndTakenOff() {
        var page = "/meetings/%s/actions/new".formatted(meeting);
        browser(UNIT)
                .get("/meetings/%s/record/risk".formatted(meeting))
                .then()
                .body(containsString(page + "?from=risk"));
        form(UNIT, page + "?from=risk")
                .formParam("what", "")
                .formParam("power", "Kept as typed")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Say what is to be done"))
                .body(containsString("Kept as typed"));
        form(UNIT, page + "?from=risk")
                .formParam("from", "risk")
                .formParam("what", "Look at the door")
                .formParam("owner", circle.agencies().get(2).toString())
                .post(page)
                .then()
                .statusCode(303)
                .header("Location", containsString("/record/risk"));
        var listed = "/meetings/%s/record/actions".formatted(meeting);
        var id =
                stories.as(circle.unit(), () -> actions.agreed(meeting, circle.unit()))
                        .getFirst()
                        .id();
        browser(UNIT)
                .get(listed)
                .then()
                .body(containsString("Look at the door"))
                .body(containsString("Not complete"));
        var own = "/meetings/%s/actions/%s".formatted(meeting, id);
        form(UNIT, own).formParam("action", "take-off").post(own).then().statusCode(303);
        browser(UNIT).get(listed).then().body(not(containsString("Look at the door")));
    }

    private void answer(UUID at, UUID action, AnswerAction given) {
        stories.as(
                circle.unit(),
                () -> {
                    actions.answer(at, action, given, circle.unit());
                    return null;
                });
    }

    private static long work(UUID action) {
        return count("select count(*) from work_item where thing_id = ?", action);
    }

    private static long open(UUID action) {
        return count(
                "select count(*) from work_item where thing_id = ? and state = 'OPEN'", action);
    }

    private static long notices(UUID action) {
        return count("select count(*) from notice where thing_id = ?", action);
    }

    /// Rows that the second wall shows to somebody, whatever the query.
    private static long seenPastTheService(UUID action, java.util.Collection<String> principals) {
        try (var connection = RealParts.as("mappa_app");
                var set =
                        connection.prepareStatement(
                                "select set_config('mappa.principals', ?, false)")) {
            set.setString(1, String.join(",", principals));
            set.execute();
            try (var rows =
                    connection.prepareStatement(
                            "select count(*) from agreed_action where id = ?")) {
                rows.setObject(1, action);
                var found = rows.executeQuery();
                found.next();
                return found.getLong(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static long count(String sql, UUID id) {
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
