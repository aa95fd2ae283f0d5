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
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.AgencyService;
import mappa.agency.NameContacts;
import mappa.identity.Actor;
import mappa.identity.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The repeated absence of an agency climbs to its manager and to the board, once each.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class AbsenceServiceTest {

    @Inject MeetingStories stories;
    @Inject RecordService records;
    @Inject AgencyService agencies;
    @Inject TestPeople people;

    private MeetingStories.Circle circle;
    private Actor manager;
    private Actor board;
    private UUID housing;

    private void people(String area) {
        circle = stories.circle(area);
        housing = circle.agencies().get(2);
        manager = people.person(area + "-manager", Role.AGENCY_PRACTITIONER, area, housing);
        board = people.person(area + "-board", Role.SMB_MEMBER, area, housing);
        var coordinator = circle.team().coordinatorA();
        people.as(
                coordinator,
                () ->
                        agencies.nameContacts(
                                new NameContacts(
                                        housing,
                                        circle.spocs().get(2).personId(),
                                        null,
                                        manager.personId(),
                                        -1),
                                coordinator));
    }

    @Test
    @Tag("MTG-10")
    @Tag("ACT-07")
    void twoAbsencesInARowReachTheManagerThreeTheBoardAndEachOnce() {
        people("ABS");
        closed(AttendanceKind.ABSENT);
        assertThat(told("AGENCY_ABSENT", manager)).isZero();
        closed(AttendanceKind.ABSENT);
        assertThat(told("AGENCY_ABSENT", manager)).isEqualTo(1);
        assertThat(told("AGENCY_STILL_ABSENT", board)).isZero();
        assertThat(open("speak-to-manager")).isEqualTo(1);
        closed(AttendanceKind.ABSENT);
        assertThat(told("AGENCY_STILL_ABSENT", board)).isEqualTo(1);
        assertThat(open("act-on-absence")).isEqualTo(1);
        var last = closed(AttendanceKind.ABSENT);
        assertThat(told("AGENCY_ABSENT", manager)).isEqualTo(1);
        assertThat(told("AGENCY_STILL_ABSENT", board)).isEqualTo(1);

        var page = "/agencies/%s/attendance".formatted(housing);
        browser("ABS-spoc-police")
                .get("/agencies/" + housing)
                .then()
                .statusCode(200)
                .body(containsString("4 absences in a row"))
                .body(containsString(page));
        browser("ABS-spoc-police")
                .get(page)
                .then()
                .body(containsString("Its manager was told"))
                .body(containsString("The board was told"))
                .body(not(containsString("formKey")))
                .body(not(containsString(stories.meeting(circle, last).reference())));
        browser("ABS-board").get("/tasks").then().body(containsString(page));
        answer("ABS-board", page, "").statusCode(400).body(containsString("Enter what came of it"));
        answer("ABS-board", page, "The director sends a deputy from May").statusCode(303);
        browser("ABS-spoc-police")
                .get(page)
                .then()
                .body(containsString("The director sends a deputy from May"));
        assertThat(open("act-on-absence")).isZero();
        assertThat(open("speak-to-manager")).isEqualTo(1);
    }

    @Test
    @Tag("MTG-10")
    void aReportIsNoAbsenceAndWhoComesBeginsANewRow() {
        people("ABT");
        closed(AttendanceKind.ABSENT);
        closed(AttendanceKind.REPORT);
        closed(AttendanceKind.ABSENT);
        assertThat(told("AGENCY_ABSENT", manager)).isZero();
        closed(AttendanceKind.ABSENT);
        assertThat(told("AGENCY_ABSENT", manager)).isEqualTo(1);
        closed(AttendanceKind.DEPUTY);
        browser("ABT-spoc-police")
                .get("/agencies/" + housing)
                .then()
                .body(containsString("Was at 1 of the last 5 meetings"))
                .body(not(containsString("absences in a row")));
        closed(AttendanceKind.ABSENT);
        closed(AttendanceKind.ABSENT);
        assertThat(told("AGENCY_ABSENT", manager)).isEqualTo(2);
    }

    @Test
    @Tag("SEC-02")
    void anotherAreaSeesNothingOfIt() {
        people("ABU");
        people.person("ABV-unit", Role.MAPPA_COORDINATOR, "ABV");
        browser("ABV-unit")
                .get("/agencies/%s/attendance".formatted(housing))
                .then()
                .statusCode(404);
    }

    private io.restassured.response.ValidatableResponse answer(
            String user, String page, String words) {
        var shown = browser(user).get(page).then().extract().asString();
        // the board's stands first
        var id = shown.replaceFirst("(?s).*?/absences/([0-9a-f-]{36})/answer\".*", "$1");
        return form(user, page)
                .formParam("answer-" + id, words)
                .post("/agencies/%s/absences/%s/answer".formatted(housing, id))
                .then();
    }

    /// A meeting of another case is closed at which police and probation were.
    private UUID closed(AttendanceKind ofHousing) {
        var id = stories.started(circle, stories.accepted(circle, 2), 1);
        stories.complete(circle, id, "STAY", null);
        var unit = circle.unit();
        people.as(
                unit,
                () -> {
                    var saves =
                            records.attendance(id, unit).stream()
                                    .filter(one -> one.agencyId().equals(housing))
                                    .findFirst()
                                    .orElseThrow()
                                    .saves();
                    records.attendance(
                            id,
                            new RecordAttendance(
                                    List.of(
                                            new RecordAttendance.Line(
                                                    housing, ofHousing, null, null, null, null,
                                                    false, saves))),
                            unit);
                });
        stories.close(circle, id);
        return id;
    }

    private static int told(String kind, Actor who) {
        return number(
                "select count(*) from notice where kind = '%s' and recipient_id = '%s'"
                        .formatted(kind, who.personId()));
    }

    private int open(String kind) {
        return number(
                "select count(*) from work_item where kind = '%s' and agency_id = '%s' and state = 'OPEN'"
                        .formatted(kind, housing));
    }

    private static int number(String sql) {
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
