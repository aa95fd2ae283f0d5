package mappa.calendar;

import static mappa.TestPeople.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Role;
import mappa.meeting.MeetingStories;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The calendar as each of its readers sees it, over HTTP and on PostgreSQL.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CalendarPagesTest {

    private static final String UNIT = "CP-administrator";
    private static final String CHAIR = "CP-meeting-chair";
    private static final String SPOC = "CP-spoc-housing";

    @Inject MeetingStories stories;
    @Inject TestPeople people;
    @Inject EntityManagerFactory factory;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("CP");
    }

    @Test
    @Tag("MTG-02")
    @Tag("MTG-05")
    void saysHowCloseEachMeetingIsToItsLimitInWordsAndColour() {
        var id = stories.arranged(circle, stories.accepted(circle, 2), 9);
        var reference = stories.meeting(circle, id).reference();
        var day = stories.today().plusDays(9);
        for (var shown : List.of("month", "week", "list")) {
            limit(id, day.minusDays(1));
            assertThat(entry(UNIT, shown, day, reference))
                    .contains("app-entry--red")
                    .contains("govuk-tag--red\">Past limit: 1 day late");
            limit(id, day);
            assertThat(entry(UNIT, shown, day, reference))
                    .contains("app-entry--orange")
                    .contains("govuk-tag--orange\">Last week: no day in hand");
            limit(id, day.plusDays(6));
            assertThat(entry(UNIT, shown, day, reference)).contains("Last week: 6 days in hand");
            limit(id, day.plusDays(7));
            assertThat(entry(UNIT, shown, day, reference))
                    .contains("app-entry--green")
                    .contains("govuk-tag--green\">Inside limit: 7 days in hand");
            limit(id, null);
            assertThat(entry(UNIT, shown, day, reference))
                    .contains("govuk-tag--grey\">No limit runs");
        }
    }

    @Test
    @Tag("ACC-01")
    void showsEachReaderTheMeetingsThatTheyMaySeeAndNoOthers() {
        var invited = stories.invited(circle, stories.accepted(circle, 2), 5);
        var planned = stories.arranged(circle, stories.accepted(circle, 2), 5);
        var another = people.person("CP-other-chair", Role.CHAIR, "CP");
        var other = stories.circle("CQ");
        var elsewhere = stories.invited(other, stories.accepted(other, 2), 5);

        var day = stories.today().plusDays(5);
        assertThat(list(UNIT, day)).contains(path(invited), path(planned));
        assertThat(list(CHAIR, day)).contains(path(invited), path(planned));
        assertThat(list(SPOC, day)).contains(path(invited)).doesNotContain(path(planned));
        assertThat(list(another.name(), day)).doesNotContain(path(invited), path(planned));
        assertThat(list("CQ-administrator", day)).contains(path(elsewhere));
        for (var reader : List.of(UNIT, CHAIR, SPOC)) {
            for (var view : List.of("month", "week", "list")) {
                assertThat(page(reader, view, day)).doesNotContain(path(elsewhere));
            }
        }
    }

    @Test
    @Tag("SEC-03")
    void namesNobodyButTheChair() {
        var caseId = stories.accepted(circle, 3);
        stories.invited(circle, caseId, 6);
        var surname =
                RealParts.value(
                        """
                        select n.surname from person_name n join mappa_case c on c.person_id = n.person_id
                        where n.kind = 'CURRENT' and c.id = '%s'
                        """
                                .formatted(caseId));
        for (var view : List.of("month", "week", "list", "due")) {
            browser(UNIT)
                    .get("/calendar?view=" + view + "&from=" + stories.today().plusDays(6))
                    .then()
                    .statusCode(200)
                    .body(not(containsString(surname)));
        }
    }

    @Test
    void groupsCasesOfOneSessionByChairAndPartOfTheArea() {
        var day = stories.today().plusDays(21);
        for (var session : List.of("City", "City", "County")) {
            var id = stories.arranged(circle, stories.accepted(circle, 2), 21);
            RealParts.execute(
                    "update meeting set district = '%s' where id = '%s'".formatted(session, id));
        }
        var page = page(UNIT, "week", day);
        assertThat(page)
                .contains("10am to 10:30am, CP-meeting-chair, City, 2 cases")
                .contains("10:30am to 10:45am, CP-meeting-chair, County, 1 case");
        var inTheCity =
                browser(UNIT)
                        .get("/calendar?view=week&district=City&from=" + day)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(inTheCity).contains("City, 2 cases").doesNotContain("County, 1 case");
    }

    @Test
    void marksTodayAndBankHolidaysAndLeadsBackAndForth() {
        var month = browser(UNIT).get("/calendar").then().statusCode(200).extract().asString();
        assertThat(month)
                .contains("aria-current=\"date\"")
                .contains(
                        "/calendar?view=month&amp;from=%s"
                                .formatted(stories.today().plusMonths(1)));
        browser(UNIT)
                .get("/calendar?view=week&from=2026-12-24")
                .then()
                .statusCode(200)
                .body(containsString("21 December 2026 to 27 December 2026"))
                .body(containsString("Bank holiday"))
                .body(not(containsString("aria-current=\"date\"")));
        browser(UNIT)
                .get("/calendar?view=month&from=yesterday&level=9&state=NONE&after=x&chair=y")
                .then()
                .statusCode(200)
                .body(containsString("aria-current=\"date\""));
    }

    @Test
    @Tag("MTG-02")
    void putsWhatIsLateOnTopAndLeadsToItsArrangement() {
        var late = stories.accepted(circle, 2);
        RealParts.execute(
                "update meeting_cycle set due_on = '%s' where case_id = '%s'"
                        .formatted(stories.today().minusDays(8), late));
        var undated = stories.accepted(circle, 3);
        var page = page(UNIT, "month", stories.today());
        assertThat(page)
                .contains("Past the limit (")
                .contains("Past limit: 8 days late")
                .contains("/meetings/new/" + late)
                .contains("Needs a date (");
        browser(UNIT)
                .get("/calendar?view=due")
                .then()
                .statusCode(200)
                .body(containsString("/meetings/new/" + late));
        // those who arrange nothing are not told of it
        assertThat(page(CHAIR, "month", stories.today())).doesNotContain("Past the limit (");
        assertThat(
                        browser(CHAIR)
                                .get("/calendar?view=due")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .doesNotContain("/meetings/new/" + late, "/meetings/new/" + undated);
    }

    @Test
    void turnsThePagesOfALongListWithoutLosingOrRepeatingAny() {
        var crowd = stories.circle("CZ");
        var day = stories.today().plusDays(3);
        for (var i = 0; i < CalendarService.PAGE + 2; i++) {
            stories.arranged(crowd, stories.accepted(crowd, 2), 3);
        }
        var first = list("CZ-administrator", day);
        var next =
                Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                        .matcher(first)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1)
                        .replace("&amp;", "&");
        var second = browser("CZ-administrator").get(next).then().extract().asString();
        var shown = Pattern.compile("/meetings/[0-9a-f-]{36}\"");
        var onFirst = shown.matcher(first).results().map(one -> one.group()).toList();
        var onSecond = shown.matcher(second).results().map(one -> one.group()).toList();
        assertThat(onFirst).hasSize(CalendarService.PAGE).doesNotContainAnyElementsOf(onSecond);
        assertThat(onSecond).hasSize(2);
        assertThat(second).doesNotContain("rel=\"next\"");
    }

    @Test
    @Tag("PERF-17")
    void asksTheDatabaseAsOftenForManyMeetingsAsForOne() {
        var few = stories.circle("CS");
        stories.invited(few, stories.accepted(few, 2), 3);
        var many = stories.circle("CT");
        for (var i = 0; i < 6; i++) {
            stories.invited(many, stories.accepted(many, 2), 3 + i);
        }
        var day = stories.today().plusDays(3);
        page("CS-administrator", "month", day); // what the first request of a class loads
        for (var view : List.of("month", "week", "list", "due")) {
            var one = statements(() -> page("CS-administrator", view, day));
            var six = statements(() -> page("CT-administrator", view, day));
            assertThat(six).as(view).isEqualTo(one);
        }
    }

    private long statements(Runnable work) {
        var statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            // what runs beside it can only add
            return IntStream.range(0, 4)
                    .mapToLong(
                            _ -> {
                                statistics.clear();
                                work.run();
                                return statistics.getPrepareStatementCount();
                            })
                    .min()
                    .orElseThrow();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    @Tag("ACC-01")
    void recordsOneConsultationOfAllThatAPageShows() {
        var audited = stories.circle("CU");
        var id = stories.arranged(audited, stories.accepted(audited, 2), 4);
        page("CU-administrator", "week", stories.today().plusDays(4));
        assertThat(
                        RealParts.value(
                                """
                                select count(*) from audit_event
                                where event = 'calendar' and operation = 'CONSULT' and '%s' = any (subject_ids)
                                """
                                        .formatted(id)))
                .isEqualTo("1");
    }

    private String list(String reader, LocalDate day) {
        return page(reader, "list", day);
    }

    private static String page(String reader, String view, LocalDate day) {
        return browser(reader)
                .get("/calendar?view=%s&from=%s".formatted(view, day))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /// What stands on a page about one meeting.
    private static String entry(String reader, String view, LocalDate day, String reference) {
        var page = page(reader, view, day);
        return Pattern.compile("<li class=\"app-entry.*?</li>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(one -> one.group())
                .filter(one -> one.contains(reference))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reference + " is not shown"));
    }

    private static void limit(UUID meeting, @org.jspecify.annotations.Nullable LocalDate day) {
        RealParts.execute(
                "update meeting set limit_on = %s where id = '%s'"
                        .formatted(day == null ? "null" : "'" + day + "'", meeting));
    }

    private static String path(UUID meeting) {
        return "/meetings/" + meeting + "\"";
    }
}
