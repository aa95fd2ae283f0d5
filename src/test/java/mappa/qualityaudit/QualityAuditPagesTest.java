package mappa.qualityaudit;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.caseload.CaseSummary;
import mappa.caseload.SampleService;
import mappa.identity.Role;
import mappa.meeting.MeetingStories;
import mappa.qualityaudit.QualityStories.Board;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Audits by their pages: from an empty form to an action that was done.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@Tag("SMB-05")
class QualityAuditPagesTest {

    private static final String UNIT = "OE-coordinator-a";
    private static final String FIRST = "OE-auditor-1";
    private static final String SECOND = "OE-auditor-2";
    private static final String LAY = "OE-lay-adviser";
    private static final String BOARD = "OE-smb-chair";
    private static final String COMMENT = "Nobody says who does what.";
    private static final Set<Role> READERS =
            Set.of(
                    Role.MAPPA_COORDINATOR,
                    Role.MAPPA_ADMINISTRATOR,
                    Role.SMB_CHAIR,
                    Role.SMB_MEMBER,
                    Role.LAY_ADVISER,
                    Role.AUDITOR);

    @Inject MeetingStories meetings;
    @Inject QualityStories stories;
    @Inject SampleService samples;
    @Inject TestPeople people;

    private Board board;
    private CaseSummary known;

    @BeforeEach
    void somebodyAtLevel2() {
        var circle = meetings.circle("OE");
        board = stories.board(circle);
        var today = meetings.today();
        if (cases(today).isEmpty()) {
            meetings.accepted(circle, 2);
        }
        known = cases(today).getFirst();
    }

    private java.util.List<CaseSummary> cases(LocalDate today) {
        return stories.as(
                board.coordinator(),
                () -> samples.casesAt(null, today, today, board.coordinator()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void unitAuditorsBoardAndLayAdvisersReadTheList(Role role) {
        people.person("quality." + role, role, role == Role.SYSTEM_ADMIN ? null : "OF");
        browser("quality." + role)
                .get("/audits")
                .then()
                .statusCode(READERS.contains(role) ? 200 : 403);
    }

    @Test
    @Tag("K-25")
    void goesFromAnEmptyFormToAnActionThatIsDone() {
        var written = written();
        browser(LAY).get(written).then().statusCode(200).body(containsString("Held in time"));
        var audit = drawn(written);
        // nobody but the unit and its scorers is told which case it is
        browser(UNIT)
                .get(audit + "/draw")
                .then()
                .statusCode(200)
                .body(containsString("The same sample"))
                .body(containsString(known.reference()));
        browser(LAY).get(audit + "/draw").then().statusCode(403);
        browser(LAY).get(audit + "/samples/1").then().statusCode(403);
        browser(FIRST)
                .get(audit + "/samples/1")
                .then()
                .statusCode(200)
                .body(containsString("/cases/" + known.id()));
        browser(FIRST).get("/cases/" + known.id()).then().statusCode(200);
        browser(FIRST).get(audit + "/samples/2").then().statusCode(404);

        score(FIRST, audit, "3", "2")
                .formParam("comment-0", COMMENT)
                .post(audit + "/samples/1")
                .then()
                .statusCode(400)
                .body(containsString("Confirm that your texts are de-identified"))
                .body(containsString(COMMENT));
        score(FIRST, audit, "3", "2")
                .formParam("comment-0", COMMENT)
                .formParam("deidentified", "YES")
                .post(audit + "/samples/1")
                .then()
                .statusCode(303);
        browser(SECOND).get(audit + "/samples/1").then().body(not(containsString(COMMENT)));
        form(UNIT, audit)
                .post(audit + "/finish")
                .then()
                .statusCode(409)
                .body(containsString("R-SMB-05"));
        score(SECOND, audit, "3", "NA").post(audit + "/samples/1").then().statusCode(303);
        browser(SECOND)
                .get(audit + "/samples/1")
                .then()
                .body(containsString(COMMENT))
                .body(containsString("The other scorer: 2 unsatisfactory"));
        browser(LAY).get(audit).then().statusCode(200).body(not(containsString(COMMENT)));
        form(UNIT, audit).post(audit + "/finish").then().statusCode(303);

        for (var reader : java.util.List.of(LAY, BOARD)) {
            var page = browser(reader).get(audit).then().statusCode(200).extract().asString();
            assertThat(page)
                    .contains("2.50 (5 divided by 2 items scored)", "1 of 1 (100%)", COMMENT)
                    .doesNotContain(known.reference(), known.id().toString())
                    .doesNotContain(known.personId().toString());
        }
        browser(LAY).get(audit).then().body(not(containsString("Agree an action")));
        actions(audit);
    }

    private void actions(String audit) {
        form(BOARD, audit)
                .formParam("what", "Train chairs to close with names")
                .post(audit + "/actions")
                .then()
                .statusCode(400)
                .body(containsString("Train chairs to close with names"))
                .body(containsString("Select an owner"));
        var due = meetings.today().plusDays(30);
        form(BOARD, audit)
                .formParam("what", "Train chairs to close with names")
                .formParam("owner", board.chair().personId().toString())
                .formParam("dueOn-day", due.getDayOfMonth())
                .formParam("dueOn-month", due.getMonthValue())
                .formParam("dueOn-year", due.getYear())
                .post(audit + "/actions")
                .then()
                .statusCode(303);
        browser(BOARD)
                .get("/tasks")
                .then()
                .statusCode(200)
                .body(containsString("Do what was agreed after an audit"));
        var path =
                browser(BOARD)
                        .get(audit)
                        .then()
                        .extract()
                        .htmlPath()
                        .<String>get(
                                "**.findAll { it.name() == 'form' && it.@action.toString().endsWith('outcome') }[0].@action");
        var action = path.replaceAll(".*/actions/([^/]+)/outcome", "$1");
        form(LAY.replace("lay-adviser", "coordinator-b"), audit)
                .formParam("outcome-" + action, "")
                .post(path)
                .then()
                .statusCode(400);
        form(BOARD, audit)
                .formParam("outcome-" + action, "Twelve chairs were trained")
                .post(path)
                .then()
                .statusCode(303);
        browser(LAY).get(audit).then().body(containsString("Twelve chairs were trained"));
        browser(BOARD)
                .get("/tasks")
                .then()
                .body(not(containsString("Do what was agreed after an audit")));
    }

    /// A form built on its page.
    private static String written() {
        var forms = "/audits/forms";
        form(UNIT, forms)
                .post(forms)
                .then()
                .statusCode(400)
                .body(containsString("Select what the form begins from"));
        var path =
                form(UNIT, forms)
                        .formParam("start", "EMPTY_CASE")
                        .post(forms)
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location")
                        .replaceAll("^https?://[^/]+", "");
        form(UNIT, path)
                .post(path + "/publication")
                .then()
                .statusCode(400)
                .body(containsString("Enter at least one part"));
        form(UNIT, path)
                .formParam("version", 0)
                .formParam("title", "Our questions")
                .formParam("scale", "FOUR_TO_ONE")
                .formParam("part-0", "In time")
                .formParam("items-0", "Held in time\r\n\r\nSent in time")
                .formParam("part-1", "")
                .formParam("items-1", "")
                .post(path)
                .then()
                .statusCode(303);
        form(UNIT, path)
                .formParam("version", 0)
                .formParam("title", "Typed at the same time")
                .formParam("scale", "FOUR_TO_ONE")
                .post(path)
                .then()
                .statusCode(409)
                .body(containsString("Typed at the same time"))
                .body(containsString("Held in time"));
        form(UNIT, path).post(path + "/publication").then().statusCode(303);
        browser(UNIT)
                .get(path)
                .then()
                .body(containsString("Sent in time"))
                .body(containsString("Begin the next version"));
        return path;
    }

    private String drawn(String written) {
        var page = "/audits/new";
        var today = meetings.today();
        form(UNIT, page)
                .formParam("title", "Level 2 this month")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Level 2 this month"))
                .body(containsString("Enter how many are to be drawn"));
        var sent =
                form(UNIT, page)
                        .formParam("title", "Level 2 this month")
                        .formParam("form", written.replaceAll(".*/", ""))
                        .formParam("level", "2")
                        .formParam("size", 1)
                        .formParam("firstScorer", board.first().personId().toString())
                        .formParam("secondScorer", board.second().personId().toString());
        day(sent, "from", today);
        day(sent, "to", today);
        day(sent, "readsUntil", today.plusDays(3));
        return sent.post(page)
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("^https?://[^/]+|\\?.*", "");
    }

    private static void day(RequestSpecification sent, String name, LocalDate day) {
        sent.formParam(name + "-day", day.getDayOfMonth())
                .formParam(name + "-month", day.getMonthValue())
                .formParam(name + "-year", day.getYear());
    }

    private static RequestSpecification score(
            String scorer, String audit, String first, String second) {
        return form(scorer, audit + "/samples/1")
                .formParam("version", 0)
                .formParam("score-0-0", first)
                .formParam("score-0-1", second)
                .formParam("themes", "CHAIRING");
    }
}
