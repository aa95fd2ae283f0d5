package mappa.meeting;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.authorization;
import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.AgencyAbsenceService;
import mappa.identity.Role;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Times at which a meeting cannot be held, and what the refusal says.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MeetingClashesTest {

    private static final String UNIT = "MK-administrator";

    @Inject MeetingStories stories;
    @Inject MeetingService service;
    @Inject AgencyAbsenceService absences;
    @Inject TestPeople people;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("MK");
    }

    @Test
    @Tag("MTG-08")
    void nobodyChairsTwoMeetingsAtOnce() {
        var first = stories.free(circle, stories.today().plusDays(6));
        arrange(stories.accepted(circle, 2), at(first, 30, null)).statusCode(303);
        var second = stories.accepted(circle, 2);
        for (var overlapping : List.of(first, first.plusMinutes(29), first.minusMinutes(15))) {
            arrange(second, at(overlapping, 30, null))
                    .statusCode(400)
                    .body(containsString("MK-meeting-chair chairs another meeting from"))
                    .body(containsString("href=\"#chair\""));
        }
        // one after the other is a session
        arrange(second, at(first.plusMinutes(30), 30, null)).statusCode(303);
    }

    @Test
    @Tag("MTG-08")
    void aChairOfTwoAreasIsBusyInBothAndTheOtherCaseStaysUnknown() {
        var other = stories.circle("ML");
        var first = stories.free(circle, stories.today().plusDays(7));
        stories.free(other, first.toLocalDate());
        var caseId = stories.accepted(circle, 2);
        arrange(caseId, at(first, 15, null)).statusCode(303);
        RealParts.execute(
                """
                insert into appointment (id, user_id, role, area_code, agency_id, grade, from_at)
                select gen_random_uuid(), user_id, role, 'ML', agency_id, grade, from_at from appointment
                where user_id = '%s' and area_code = 'MK'
                """
                        .formatted(circle.chair().personId()));
        var refused = new ArrangeMeeting[1];
        refused[0] =
                new ArrangeMeeting(
                        MeetingType.REVIEW,
                        first,
                        15,
                        MeetingMode.TEAMS,
                        null,
                        null,
                        circle.chair().personId(),
                        null,
                        null,
                        false);
        var cycle = stories.cycle(other, stories.accepted(other, 2));
        var invalid =
                org.assertj.core.api.Assertions.catchThrowableOfType(
                        Invalid.class,
                        () ->
                                stories.as(
                                        other.unit(),
                                        () ->
                                                service.arrange(
                                                        cycle.id(), refused[0], other.unit())));
        assertThat(invalid.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.message()).isEqualTo("meeting.chair-taken");
                            assertThat(problem.arguments().toString())
                                    .doesNotContain(stories.cycle(circle, caseId).reference());
                        });
    }

    @Test
    void twoWhoWantTheSameChairAtTheSameMomentDoNotBothGetIt() throws Exception {
        var time = stories.free(circle, stories.today().plusDays(8));
        var cases = List.of(stories.accepted(circle, 2), stories.accepted(circle, 2));
        try (var executor = Executors.newFixedThreadPool(2)) {
            var statuses =
                    executor
                            .invokeAll(
                                    cases.stream()
                                            .map(
                                                    caseId ->
                                                            (Callable<Integer>)
                                                                    () ->
                                                                            arrange(
                                                                                            caseId,
                                                                                            at(
                                                                                                    time,
                                                                                                    15,
                                                                                                    null))
                                                                                    .extract()
                                                                                    .statusCode())
                                            .toList())
                            .stream()
                            .map(
                                    answer -> {
                                        try {
                                            return answer.get();
                                        } catch (Exception broken) {
                                            throw new IllegalStateException(broken);
                                        }
                                    })
                            .toList();
            assertThat(statuses).containsExactlyInAnyOrder(303, 400);
        }
    }

    @Test
    @Tag("MTG-16")
    void aRoomOrJoiningLinkHoldsOneMeetingAtATime() {
        var time = stories.free(circle, stories.today().plusDays(9));
        var another =
                people.person("MK-second-chair", Role.CHAIR, "MK", circle.agencies().getFirst());
        RealParts.execute(
                "update appointment set grade = 'SENIOR_MANAGER' where user_id = '%s'"
                        .formatted(another.personId()));
        arrange(stories.accepted(circle, 2), at(time, 15, "Room 9")).statusCode(303);
        var fields = at(time, 15, "room 9 ");
        fields.put("chair", another.personId());
        var caseId = stories.accepted(circle, 2);
        arrange(caseId, fields)
                .statusCode(400)
                .body(containsString("Another meeting is held there from"))
                .body(containsString("room 9"));
        fields.put("place", "Room 10");
        arrange(caseId, fields).statusCode(303);
    }

    @Test
    void aMeetingMovedWithinItsOwnTimeIsNotInItsOwnWay() {
        var time = stories.free(circle, stories.today().plusDays(10));
        var path =
                arrange(stories.accepted(circle, 2), at(time, 30, "Room 1"))
                        .statusCode(303)
                        .extract()
                        .header("Location");
        var change = path.replaceAll(".*(/meetings/[0-9a-f-]+)/.*", "$1/changes/new");
        form(UNIT, change)
                .formParams(at(time.plusMinutes(15), 30, "Room 1"))
                .formParam("reason", "A quarter later")
                .post(change)
                .then()
                .statusCode(303);
    }

    @Test
    @Tag("MTG-17")
    void nobodyMeetsOnABankHolidayUnlessItCannotWait() {
        var holiday = nextBankHoliday();
        var caseId = stories.accepted(circle, 2);
        RealParts.execute(
                "update meeting_cycle set due_on = '%s' where case_id = '%s'"
                        .formatted(holiday.plusDays(30), caseId));
        var fields = at(holiday.atTime(10, 0), 15, null);
        arrange(caseId, fields)
                .statusCode(400)
                .body(containsString("is not a working day. Choose "))
                .body(containsString("href=\"#on-day\""));
        fields.put("type", "EXTRAORDINARY");
        arrange(caseId, fields).statusCode(303);
    }

    @Test
    @Tag("MTG-07")
    void aCoreAgencyThatCannotComeIsAWarningThatMustBeAcknowledged() {
        var day = stories.today().plusDays(11);
        var time = stories.free(circle, day);
        var housing = circle.agencies().get(2);
        RealParts.execute(
                """
                insert into core_agency_list (id, area_code, level, agency_ids, from_on, recorded_at, recorded_by)
                values (gen_random_uuid(), 'MK', 2, array['%s']::uuid[], current_date - 1, now(), '%s')
                """
                        .formatted(housing, circle.unit().personId()));
        var spoc = circle.spocs().get(2);
        var absence = stories.as(spoc, () -> absences.record(housing, day, day, spoc));
        var caseId = stories.accepted(circle, 2);
        arrange(caseId, at(time, 15, null))
                .statusCode(409)
                .body(containsString("Housing cannot come on"))
                .body(containsString("R-MTG-07"))
                .body(containsString("name=\"absencesKnown\""));
        browser(UNIT)
                .get("/calendar?view=week&from=" + day)
                .then()
                .body(containsString("Cannot come: Housing"));
        var known = at(time, 15, null);
        known.put("absencesKnown", "yes");
        arrange(caseId, known).statusCode(303);

        stories.as(
                spoc,
                () -> {
                    absences.end(housing, absence, spoc);
                    return null;
                });
        arrange(stories.accepted(circle, 2), at(stories.free(circle, day), 15, null))
                .statusCode(303);
        browser(UNIT)
                .get("/calendar?view=week&from=" + day)
                .then()
                .body(not(containsString("Cannot come: Housing")));
    }

    @Test
    @Tag("INF-06")
    void anAgencySpeaksOfItsOwnAbsenceAlone() {
        var police = circle.agencies().getFirst();
        var page = "/agencies/" + police + "/absences";
        browser("MK-spoc-housing")
                .get(page)
                .then()
                .statusCode(200)
                .body(not(containsString("name=\"formKey\"")));
        var fields = new HashMap<String, Object>();
        put(fields, "fromOn", stories.today().plusDays(30));
        form("MK-spoc-housing", "/agencies/" + circle.agencies().get(2) + "/absences")
                .formParams(fields)
                .post(page)
                .then()
                .statusCode(404);
        put(fields, "toOn", stories.today().plusDays(29));
        form("MK-spoc-police", page)
                .formParams(fields)
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("The last day must be"));
        put(fields, "toOn", stories.today().plusDays(31));
        form("MK-spoc-police", page).formParams(fields).post(page).then().statusCode(303);
        browser(UNIT).get(page).then().body(containsString("MK-spoc-police"));
    }

    @Test
    void aProgramIsToldTheField() {
        var first = stories.free(circle, stories.today().plusDays(12));
        arrange(stories.accepted(circle, 2), at(first, 15, null)).statusCode(303);
        var cycle = stories.cycle(circle, stories.accepted(circle, 2)).id();
        given().header("Authorization", authorization(circle.unit().name()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(
                        Map.of(
                                "type",
                                "REVIEW",
                                "startsAt",
                                first.toString(),
                                "minutesLong",
                                15,
                                "mode",
                                "TEAMS",
                                "chair",
                                circle.chair().personId()))
                .post("/api/meetings/cycles/%s/meetings".formatted(cycle))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", org.hamcrest.Matchers.equalTo("#/chair"));
    }

    private ValidatableResponse arrange(UUID caseId, Map<String, Object> fields) {
        var page = "/meetings/new/" + caseId;
        return form(UNIT, page).formParams(fields).post(page).then();
    }

    private Map<String, Object> at(LocalDateTime time, int minutes, @Nullable String place) {
        var fields = new HashMap<String, Object>();
        fields.put("type", "REVIEW");
        put(fields, "on", time.toLocalDate());
        fields.put("time", time.toLocalTime().toString());
        fields.put("minutes", minutes);
        fields.put("mode", "IN_PERSON");
        fields.put("chair", circle.chair().personId());
        if (place != null) {
            fields.put("place", place);
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, LocalDate day) {
        fields.put(name + "-day", day.getDayOfMonth());
        fields.put(name + "-month", day.getMonthValue());
        fields.put(name + "-year", day.getYear());
    }

    private LocalDate nextBankHoliday() {
        return stories.today()
                .plusDays(1)
                .datesUntil(stories.today().plusDays(400))
                .filter(day -> mappa.time.WorkingDays.bankHolidays(day.getYear()).contains(day))
                .findFirst()
                .orElseThrow();
    }
}
