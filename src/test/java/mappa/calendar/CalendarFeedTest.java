package mappa.calendar;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.meeting.MeetingService;
import mappa.meeting.MeetingStories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a calendar program finds at somebody's address, read by another library than the one that
/// wrote it.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CalendarFeedTest {

    private static final String UNIT = "CF-administrator";
    private static final String SPOC = "CF-spoc-housing";

    @Inject MeetingStories stories;
    @Inject MeetingService service;
    @Inject MovedClock clock;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("CF");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("ACC-01")
    void holdsTheMeetingsThatItsReaderMaySeeAndNoOthers() {
        var invited = stories.invited(circle, stories.accepted(circle, 2), 5);
        var planned = stories.arranged(circle, stories.accepted(circle, 2), 5);
        var other = stories.circle("CG");
        var elsewhere = stories.invited(other, stories.accepted(other, 2), 5);
        var ofUnit = fetch(address(UNIT)).asString();
        var ofSpoc = fetch(address(SPOC)).asString();
        assertThat(ofUnit)
                .contains(invited.toString(), planned.toString())
                .doesNotContain(elsewhere.toString());
        assertThat(ofSpoc)
                .contains(invited.toString())
                .doesNotContain(planned.toString(), elsewhere.toString());
    }

    @Test
    @Tag("ACC-01")
    void forgetsAMeetingAsSoonAsItsAgencyIsAskedNoMore() {
        var id = stories.invited(circle, stories.accepted(circle, 2), 5);
        var address = address(SPOC);
        assertThat(fetch(address).asString()).contains(id.toString());
        var own =
                stories.meeting(circle, id).invitations().stream()
                        .filter(one -> one.agencyId().equals(circle.agencies().get(2)))
                        .findFirst()
                        .orElseThrow()
                        .id();
        stories.as(
                circle.unit(),
                () -> {
                    service.takeOff(id, own, "Not needed", circle.unit());
                    return null;
                });
        assertThat(fetch(address).asString()).doesNotContain(id.toString());
    }

    @Test
    void keepsTheEntryAndGrowsItsSequenceWithEachChange() {
        var id = stories.invited(circle, stories.accepted(circle, 2), 6);
        var address = address(UNIT);
        var first = event(address, id);
        assertThat(first.getSequence().getValue()).isZero();
        assertThat(first.getDateStart().getValue().toInstant())
                .isEqualTo(stories.meeting(circle, id).startsAt());
        assertThat(Duration.between(start(first), first.getDateEnd().getValue().toInstant()))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(first.getStatus().isConfirmed()).isTrue();

        clock.move(Duration.ofMinutes(20));
        stories.as(
                circle.unit(),
                () -> {
                    service.move(id, stories.at(circle, 7), "The room is taken", circle.unit());
                    return null;
                });
        var moved = event(address, id);
        assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(start(moved)).isEqualTo(stories.meeting(circle, id).startsAt());
        assertThat(moved.getLastModified().getValue()).isAfter(first.getLastModified().getValue());

        stories.as(
                circle.unit(),
                () -> {
                    service.callOff(id, "Not needed now", circle.unit());
                    return null;
                });
        var off = event(address, id);
        assertThat(off.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(off.getSequence().getValue()).isEqualTo(2);
        assertThat(off.getStatus().isCancelled()).isTrue();
    }

    @Test
    void isSoundForAnotherReaderAndSaysHowOftenToComeBack() {
        var id = stories.arranged(circle, stories.accepted(circle, 3), 8);
        var answer = fetch(address(UNIT));
        assertThat(answer.contentType()).startsWith("text/calendar");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var calendar = parse(answer);
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
                .as(calendar.validate(ICalVersion.V2_0).toString())
                .isTrue();
        assertThat(calendar.getRefreshInterval().getValue().toMillis())
                .isEqualTo(FeedService.REFRESH.toMillis());
        var event = event(calendar, id);
        assertThat(
                        calendar.getTimezoneInfo()
                                .getTimezone(event.getDateStart())
                                .getComponent()
                                .getTimezoneId()
                                .getValue())
                .isEqualTo("Europe/London");
        assertThat(event.getStatus().isTentative()).isTrue(); // nobody is asked yet
    }

    @Test
    @Tag("SEC-03")
    void saysReferenceTimeAndLinkAndNobodysName() {
        var caseId = stories.accepted(circle, 3);
        var id = stories.invited(circle, caseId, 9);
        var surname =
                RealParts.value(
                        """
                        select n.surname from person_name n join mappa_case c on c.person_id = n.person_id
                        where n.kind = 'CURRENT' and c.id = '%s'
                        """
                                .formatted(caseId));
        var answer = fetch(address(UNIT));
        var event = event(parse(answer), id);
        var reference = stories.meeting(circle, id).reference();
        assertThat(event.getSummary().getValue()).isEqualTo("Case meeting " + reference);
        assertThat(event.getUrl().getValue()).endsWith("/meetings/" + id);
        assertThat(event.getDescription().getValue()).startsWith("OFFICIAL-SENSITIVE");
        assertThat(answer.asString())
                .doesNotContain(surname, "ORGANIZER", "ATTENDEE", "CF-meeting-chair");
    }

    @Test
    void isClosedOnceWithdrawnReplacedOrItsRoleHasEnded() {
        var first = address(UNIT);
        fetch(first);
        var second = address(UNIT);
        given().get(first).then().statusCode(404);
        fetch(second);
        form(UNIT, "/calendar/feed").post("/calendar/feed/withdrawal").then().statusCode(303);
        given().get(second).then().statusCode(404);
        given().get("/calendar/feeds/" + "A".repeat(43) + ".ics").then().statusCode(404);

        var leaver = stories.circle("CH");
        var address = address("CH-administrator");
        fetch(address);
        RealParts.execute(
                "update appointment set until_at = now() where user_id = '%s'"
                        .formatted(leaver.unit().personId()));
        given().get(address).then().statusCode(404);
    }

    @Test
    void isForTheRoleInWhichItWasMadeWhateverElseItsReaderIs() {
        var both = stories.circle("CI");
        var id = stories.arranged(both, stories.accepted(both, 2), 5);
        var address = address("CI-administrator");
        assertThat(fetch(address).asString()).contains(id.toString());
        // somebody who changes sides keeps an account, and another role
        RealParts.execute(
                """
                update appointment set until_at = now() where user_id = '%s';
                insert into appointment (id, user_id, role, area_code, from_at)
                    values (gen_random_uuid(), '%s', 'MAPPA_COORDINATOR', 'CI', now() - interval '1 day')
                """
                        .formatted(both.unit().personId(), both.unit().personId()));
        given().get(address).then().statusCode(404);
    }

    @Test
    @Tag("ACC-01")
    void recordsTheFirstReadingOfADayAndEachThatShowsSomethingElse() {
        var audited = stories.circle("CJ");
        var caseId = stories.accepted(audited, 2);
        stories.arranged(audited, caseId, 5);
        var address = address("CJ-administrator");
        for (var i = 0; i < 5; i++) {
            fetch(address);
        }
        assertThat(readings("CJ")).isEqualTo("1");
        stories.arranged(audited, stories.accepted(audited, 2), 6);
        fetch(address);
        fetch(address);
        assertThat(readings("CJ")).isEqualTo("2");
        clock.move(Duration.ofDays(1));
        fetch(address);
        assertThat(readings("CJ")).isEqualTo("3");
    }

    @Test
    void sendsAwayWhoeverAsksTooOftenAndSaysWhenToComeBack() {
        stories.circle("CK");
        var address = address("CK-administrator");
        for (var i = 0; i < CalendarFeed.MOST_READS; i++) {
            fetch(address);
        }
        var refused = given().get(address);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After")))
                .isBetween(1, (int) CalendarFeed.COUNTED.toSeconds() + 1);
        clock.move(CalendarFeed.COUNTED);
        fetch(address);
    }

    @Test
    void showsTheAddressOnceAndKeepsNothingOfIt() {
        var address = address(UNIT);
        var secret = address.replaceAll(".*/|\\.ics", "");
        browser(UNIT).get("/calendar/feed").then().body(containsString("Not yet"));
        fetch(address);
        var page = browser(UNIT).get("/calendar/feed").then().extract().asString();
        assertThat(page).doesNotContain(secret, "Not yet");
        assertThat(
                        RealParts.value(
                                "select count(*) from calendar_feed where encode(secret_hash, 'escape') like '%%%s%%'"
                                        .formatted(secret)))
                .isEqualTo("0");
    }

    private static String readings(String area) {
        return RealParts.value(
                "select count(*) from audit_event where event = 'calendar-feed' and area_code = '%s'"
                        .formatted(area));
    }

    /// A new address of somebody, as its page shows it.
    private static String address(String reader) {
        var page =
                form(reader, "/calendar/feed")
                        .post("/calendar/feed")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        var address = Pattern.compile("(/calendar/feeds/[^<]+\\.ics)").matcher(page);
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private static Response fetch(String address) {
        return given().get(address).then().statusCode(200).extract().response();
    }

    private static ICalendar parse(Response answer) {
        return Biweekly.parse(answer.asString()).first();
    }

    private static VEvent event(String address, UUID meeting) {
        return event(parse(fetch(address)), meeting);
    }

    private static VEvent event(ICalendar calendar, UUID meeting) {
        return calendar.getEvents().stream()
                .filter(one -> one.getUid().getValue().contains(meeting.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static java.time.Instant start(VEvent event) {
        return event.getDateStart().getValue().toInstant();
    }
}
