package mappa.meeting;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import mappa.MovedClock;
import mappa.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What closing a meeting is refused without, each thing alone, over HTTP (S-52).
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ClosingRulesTest {

    private static final String CHAIR = "CR-meeting-chair";
    private static final String UNIT = "CR-administrator";

    @Inject MeetingStories stories;
    @Inject RecordService records;
    @Inject ActionService actions;
    @Inject MovedClock clock;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("CR");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("MTG-12")
    void theStatement() {
        refusesAlone("statement has not been read", "R-MTG-12", blank("OPENING", "statement"));
    }

    @Test
    @Tag("MTG-12")
    void theStatementForWhoeverJoinsLate() {
        refusesAlone(
                "One agency joined late and did not hear the statement",
                "R-MTG-12",
                id -> attend(id, circle.agencies().get(2), "10:20", false));
        var id = held();
        attend(id, circle.agencies().get(2), "10:20", true);
        assertThat(blockers(id)).isEmpty();
    }

    @Test
    @Tag("MTG-09")
    void theQuorumWithoutTheChair() {
        refusesAlone("The meeting is not quorate", "R-MTG-09", blank("ATTENDANCE", "chairThere"));
    }

    @Test
    @Tag("MTG-09")
    void theQuorumWithoutThePolice() {
        refusesAlone(
                "Missing: police.",
                "R-MTG-09",
                id -> line(id, circle.agencies().getFirst(), AttendanceKind.REPORT, null, false));
    }

    @Test
    @Tag("MTG-09")
    void theQuorumWithoutProbationWhichLeads() {
        refusesAlone(
                "Missing: probation, lead agency.",
                "R-MTG-09",
                id -> line(id, circle.agencies().get(1), AttendanceKind.ABSENT, null, false));
    }

    @Test
    @Tag("MTG-09")
    void withoutQuorumAReasonLetsItCloseAndTheNextIsDueSoon() {
        var caseId = stories.accepted(circle, 2);
        var id = stories.started(circle, caseId, 1);
        clock.move(java.time.Duration.ofDays(1));
        stories.complete(circle, id, "STAY", null);
        write(id, "ATTENDANCE", "chairThere", "NO");
        write(id, "ATTENDANCE", "quorumReason", "The chair rang in");
        stories.close(circle, id);
        assertThat(stories.cycle(circle, caseId).dueOn())
                .isBetween(stories.today().plusDays(12), stories.today().plusDays(18));
    }

    @Test
    @Tag("ACT-03")
    void anEarlierActionWithoutAnAnswer() {
        var caseId = stories.accepted(circle, 2);
        var first = stories.started(circle, caseId, 1);
        clock.move(java.time.Duration.ofDays(1));
        stories.complete(circle, first, "STAY", null);
        var action = stories.agree(circle, first, circle.agencies().get(2));
        stories.close(circle, first);
        var id = stories.started(circle, caseId, 2);
        clock.move(java.time.Duration.ofDays(2));
        stories.complete(circle, id, "STAY", null);
        assertRefused(id, "One earlier action is unanswered", "R-ACT-03");

        var page = "/meetings/%s/previous-actions/%s".formatted(id, action);
        form(UNIT, page)
                .formParam("outcome", "NOT_DONE")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Give the result, or the reason"));
        form(UNIT, page)
                .formParam("outcome", "NEW_DATE")
                .formParam("words", "More time")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Give the new day"));
        form(UNIT, page)
                .formParam("outcome", "DONE")
                .formParam("words", "Visited twice")
                .post(page)
                .then()
                .statusCode(303);
        assertThat(blockers(id)).isEmpty();
    }

    @Test
    @Tag("VIC-05")
    void victims() {
        refusesAlone(
                "Victims have not been considered", "R-VIC-05", blank("VICTIMS", "considered"));
    }

    @Test
    @Tag("RSK-01")
    void eachGroupAtRisk() {
        for (var group :
                List.of("public", "knownAdult", "children", "staff", "prisoners", "self")) {
            refusesAlone("blank for 1 of six groups", "R-RSK-01", blank("RISK", group));
        }
    }

    @Test
    @Tag("RMP-06")
    void eachPillarUnlessThereIsAReasonForThatOne() {
        refusesAlone("Supervision is empty", "R-RMP-06", blank("PLAN", "supervision"));
        refusesAlone("Monitoring and control is empty", "R-RMP-06", blank("PLAN", "monitoring"));
        refusesAlone(
                "Interventions and treatment is empty", "R-RMP-06", blank("PLAN", "interventions"));
        refusesAlone("Victim safety is empty", "R-RMP-06", blank("PLAN", "victimSafety"));
        var id = held();
        write(id, "PLAN", "supervision", "");
        write(id, "PLAN", "noMonitoring", "Another pillar's reason");
        assertThat(blockers(id)).containsExactly("RMP-06");
        write(id, "PLAN", "noSupervision", "No order in force");
        assertThat(blockers(id)).isEmpty();
    }

    @Test
    @Tag("RMP-09")
    void theAgreedPlanAndTheContingency() {
        refusesAlone("The plan is not agreed", "R-RMP-09", blank("PLAN", "planAgreed"));
        refusesAlone("There is no contingency", "R-RMP-09", blank("CONTINGENCY", "contingency"));
    }

    @Test
    @Tag("DIS-14")
    void disclosureAndItsReasons() {
        refusesAlone(
                "Disclosure has not been decided", "R-DIS-14", blank("DISCLOSURE", "disclosure"));
        refusesAlone(
                "Disclosure has not been decided",
                "R-DIS-14",
                blank("DISCLOSURE", "disclosureReasons"));
    }

    @Test
    @Tag("LVL-09")
    void theLevelAndItsRationale() {
        refusesAlone("rationale, is missing", "R-LVL-09", blank("LEVEL", "level"));
        refusesAlone("rationale, is missing", "R-LVL-09", blank("LEVEL", "rationale"));
    }

    @ParameterizedTest
    @Tag("LVL-06")
    @ValueSource(strings = {"CATEGORY_3", "CATEGORY_4"})
    void level1ForADiscretionaryCategory(String category) {
        refusesAlone(
                "Category 3 and a discretionary Category 4 are never managed at Level 1",
                "R-LVL-06",
                id -> {
                    MeetingStories.execute(
                            "update mappa_eligibility set category = '%s', basis = 'DISCRETIONARY' where case_id = '%s'"
                                    .formatted(category, stories.meeting(circle, id).caseId()));
                    write(id, "LEVEL", "level", "LEVEL_1");
                });
    }

    @Test
    @Tag("LVL-10")
    void thePlanThatRemainsOnLeaving() {
        refusesAlone(
                "the plan that remains is not stated",
                "R-LVL-10",
                id -> {
                    write(id, "LEVEL", "level", "EXIT");
                    write(id, "LEVEL", "remainingPlan", "");
                });
    }

    @Test
    @Tag("LVL-11")
    void registrationAsACriticalCaseAtLevel3() {
        refusesAlone(
                "Registration as a critical case",
                "R-LVL-11",
                id -> {
                    write(id, "LEVEL", "level", "LEVEL_3");
                    write(id, "LEVEL", "criticalCase", "");
                });
    }

    @Test
    @Tag("ACT-01")
    void anActionWithoutAgencyOrDay() {
        refusesAlone(
                "One agreed action lacks an agency",
                "R-ACT-01",
                id ->
                        stories.as(
                                circle.unit(),
                                () ->
                                        actions.agree(
                                                id,
                                                new AgreeAction(
                                                        "Ask the landlord",
                                                        null,
                                                        null,
                                                        null,
                                                        null,
                                                        null),
                                                circle.unit())));
    }

    @Test
    @Tag("IND-04")
    void theIndividualsPart() {
        refusesAlone("neither done nor reasoned", "R-IND-04", blank("INDIVIDUAL", "told"));
        refusesAlone("neither done nor reasoned", "R-IND-04", blank("INDIVIDUAL", "invited"));
        refusesAlone(
                "neither done nor reasoned",
                "R-IND-04",
                id -> write(id, "INDIVIDUAL", "told", "WITHHELD"));
    }

    @Test
    @Tag("MTG-05")
    void aNextDatePastTheLimitOrWithoutItsReason() {
        refusesAlone(
                "The next date is past the limit",
                "R-MTG-05",
                id -> {
                    write(id, "NEXT_REVIEW", "nextBy", stories.today().plusDays(300).toString());
                    write(id, "NEXT_REVIEW", "nextReason", "Later");
                });
        refusesAlone(
                "and why is not recorded",
                "R-MTG-05",
                id -> write(id, "NEXT_REVIEW", "nextBy", stories.today().plusDays(30).toString()));
    }

    @Test
    @Tag("MTG-10")
    void warnsWithoutStoppingTheClosing() {
        var id = held();
        line(id, circle.agencies().get(2), AttendanceKind.ABSENT, null, false);
        write(id, "RISK", "assessedOn", stories.today().minusDays(400).toString());
        browser(CHAIR)
                .get("/meetings/%s/closing".formatted(id))
                .then()
                .body(containsString("One agency was absent without a report"))
                .body(containsString("The assessment of risk is old"))
                .body(containsString("Everything that closing needs is recorded"));
        stories.close(circle, id);
    }

    @Test
    @Tag("MTG-06")
    void warnsOfAttendeesWithoutAGrade() {
        var id = held();
        line(id, circle.agencies().get(2), AttendanceKind.ATTENDED, null, false);
        browser(CHAIR)
                .get("/meetings/%s/closing".formatted(id))
                .then()
                .body(containsString("The grade of one attendee is not recorded"));
    }

    @Test
    @Tag("MTG-02")
    void saysWhatClosingDoes() {
        var id = held();
        stories.agree(circle, id, circle.agencies().get(2));
        var next = mappa.web.Said.day(meetingDay(id).plusDays(112));
        browser(CHAIR)
                .get("/meetings/%s/closing".formatted(id))
                .then()
                .body(containsString("The next meeting is by %s at Level 2.".formatted(next)))
                .body(containsString("Sends one action to the agencies today."));
    }

    // ---- what the tests share

    private UUID held() {
        var id = stories.started(circle, stories.accepted(circle, 2), 1);
        stories.complete(circle, id, "STAY", null);
        return id;
    }

    private java.time.LocalDate meetingDay(UUID id) {
        return mappa.time.London.dayOf(stories.meeting(circle, id).startedAt());
    }

    /// A record with everything is complete; without this one thing it is refused for it alone.
    private void refusesAlone(String words, String rule, Consumer<UUID> without) {
        var id = held();
        assertThat(blockers(id)).isEmpty();
        without.accept(id);
        assertRefused(id, words, rule);
    }

    private void assertRefused(UUID id, String words, String rule) {
        assertThat(blockers(id)).containsExactly(rule.substring(2));
        var page = "/meetings/%s/closing".formatted(id);
        browser(CHAIR).get(page).then().statusCode(200).body(containsString(words));
        form(CHAIR, page)
                .post(page)
                .then()
                .statusCode(409)
                .body(containsString("Rule " + rule))
                .body(not(containsString("Everything that closing needs")));
        assertThat(stories.meeting(circle, id).state()).isEqualTo(MeetingState.STARTED);
    }

    private List<String> blockers(UUID id) {
        return stories
                .as(circle.chair(), () -> records.closing(id, circle.chair()))
                .blockers()
                .stream()
                .map(one -> one.rule().id())
                .toList();
    }

    private Consumer<UUID> blank(String section, String field) {
        return id -> write(id, section, field, "");
    }

    private void write(UUID id, String section, String field, String value) {
        stories.write(circle.unit(), id, RecordSection.valueOf(section), field, value);
    }

    private void attend(UUID id, UUID agency, String joined, boolean read) {
        line(id, agency, AttendanceKind.ATTENDED, joined, read);
    }

    /// Changes one line on the page of the section, as a minute taker does.
    private void line(UUID id, UUID agency, AttendanceKind kind, String joined, boolean read) {
        var page = "/meetings/%s/record/attendance".formatted(id);
        var line =
                stories.as(circle.unit(), () -> records.attendance(id, circle.unit())).stream()
                        .filter(one -> one.agencyId().equals(agency))
                        .findFirst()
                        .orElseThrow();
        var sent =
                browser(UNIT)
                        .formParam("formKey", mappa.TestPeople.formKey(UNIT, page))
                        .formParam("was-" + agency, "")
                        .formParam("saves-" + agency, line.saves())
                        .formParam("kind-" + agency, kind.name())
                        .formParam("joined-" + agency, joined == null ? "" : joined);
        if (read) {
            sent = sent.formParam("statement-" + agency, "READ");
        }
        sent.post("/meetings/%s/attendance".formatted(id)).then().statusCode(303);
    }
}
