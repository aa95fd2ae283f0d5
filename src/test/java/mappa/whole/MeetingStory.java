package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mappa.time.London;

/// Steps of the meetings about accepted cases, each done by a demo user in a browser of their own.
final class MeetingStory implements AutoCloseable {

    static final String UNIT = "administrator";
    static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.UK);

    /// Agencies by their points of contact, as the demo names them.
    static final Map<String, String> NINE = new LinkedHashMap<>();

    static {
        NINE.put("spoc.police", "Northshire police");
        NINE.put("spoc.probation", "Northshire probation");
        NINE.put("spoc.prison", "Northshire prisons");
        NINE.put("spoc.yos", "Northshire county youth offending service");
        NINE.put("spoc.childrens", "Northshire county children’s social care and education");
        NINE.put("spoc.adults", "Northshire county adult social care");
        NINE.put("spoc.health", "Northshire mental health trust");
        NINE.put("spoc.housing", "Northshire city housing");
        NINE.put("spoc.jobcentre", "Northshire jobcentres");
    }

    static final List<String> RESPONSIBLE =
            List.of(NINE.get("spoc.police"), NINE.get("spoc.probation"));

    /// Of one day, so that the chair has one meeting at a time.
    private static final AtomicInteger HOURS = new AtomicInteger(11);

    private final LocalDate today = London.today(Clock.systemUTC());
    private final Story story = new Story();

    /// The browser of a demo user, signed in at the first call.
    Browser as(String user) {
        return story.as(user);
    }

    /// The first working day from that many days on.
    LocalDate workingDay(int days) {
        return BankHolidays.workingDaysAfter(today.plusDays(days - 1L), 1);
    }

    /// @param path of the case
    /// @param reference of the case
    record Found(String path, String reference) {}

    Found accepted(String surname, String vote) {
        var id = story.inScreening(surname, LocalDate.of(1986, 6, 6));
        story.vote("coordinator.a", id, vote);
        story.vote("police.di", id, vote);
        var reference = story.reference("coordinator.a", id);
        var path =
                story.as("coordinator.a")
                        .page()
                        .locator("main a[href^='/cases/']")
                        .first()
                        .getAttribute("href");
        return new Found(path, reference.substring(0, reference.indexOf('/')));
    }

    List<String> work(Found found, String what) {
        return story.tasks(UNIT, "available", found.reference()).stream()
                .filter(row -> row.contains(what))
                .toList();
    }

    List<String> tasks(String user, String view, String reference) {
        return story.tasks(user, view, reference);
    }

    /// The administrator has to arrange a meeting, by that day.
    void toArrange(Found found, LocalDate due) {
        Product.until(
                "a meeting is to be arranged by " + due,
                () ->
                        work(found, "Arrange the meeting").stream()
                                .anyMatch(row -> row.contains(SHOWN.format(due))));
    }

    String arranged(Found found, LocalDate on, LocalDate returns) {
        var browser = story.as(UNIT).go("/meetings/new/" + Story.idIn(found.path()));
        browser.choose("type", "REVIEW")
                .typeDate("on", on)
                .type("time", "%d:00".formatted(HOURS.incrementAndGet()))
                .type("minutes", "60")
                .choose("mode", "TEAMS");
        var chair =
                browser.page()
                        .locator("select[name='chair'] option")
                        .filter(new Locator.FilterOptions().setHasText(story.name("chair")))
                        .getAttribute("value");
        browser.page().locator("select[name='chair']").selectOption(chair);
        if (returns != null) {
            browser.typeDate("returns", returns);
        }
        browser.page().locator("main form button").last().click();
        taken(browser);
        return Story.idIn(browser.path());
    }

    void invited(String meeting, List<String> agencies) {
        var browser = story.as(UNIT).go("/meetings/" + meeting + "/invitations");
        for (var box : browser.page().locator("input[name='agency']").all()) {
            var name =
                    browser.page()
                            .locator("label[for='%s']".formatted(box.getAttribute("id")))
                            .innerText();
            box.setChecked(agencies.contains(name), new Locator.SetCheckedOptions().setForce(true));
            var reason =
                    browser.page()
                            .locator(
                                    "main form input[type='text'][id$='%s']"
                                            .formatted(box.inputValue()));
            if (!agencies.contains(name) && reason.count() > 0) {
                reason.evaluate("field => { field.closest('details').open = true; }");
                reason.fill("Does not know the person.");
            }
        }
        browser.page().locator("button[name='action'][value='send']").click();
        taken(browser);
    }

    /// All but health: one sends a deputy, one knows nothing, the others come and say what they
    /// know.
    void eightAnswer(String meeting) {
        for (var spoc : NINE.keySet()) {
            if (spoc.equals("spoc.health")) {
                continue;
            }
            var browser = story.as(spoc).go("/meetings/" + meeting);
            browser.page().locator("main a[href^='/invitations/']").first().click();
            var own = Story.idIn(browser.path());
            switch (spoc) {
                case "spoc.housing" ->
                        browser.choose("answer", "DEPUTY")
                                .type("deputyName", "Deputy Contact Housing")
                                .type("grade", "Team manager");
                case "spoc.jobcentre" ->
                        browser.choose("answer", "NOTHING_KNOWN")
                                .type("systemsChecked", "Benefit records")
                                .typeDate("checkedOn", today);
                default -> browser.choose("answer", "ATTENDS");
            }
            browser.page().locator("main form button").last().click();
            taken(browser);
            if (!spoc.equals("spoc.jobcentre")) {
                browser.go("/agency-returns/" + own)
                        .choose("kind", "INFORMATION")
                        .type("systemsChecked", "Case records")
                        .typeDate("checkedOn", today)
                        .type("facts", "What " + spoc + " knows.");
                browser.page().locator("main form button").first().click(); // the next adds files
                taken(browser);
            }
        }
    }

    void held(String meeting) {
        var browser = story.as("chair").go("/meetings/" + meeting);
        browser.type("reason", "Everybody could come earlier.");
        browser.page()
                .locator("form[action='/meetings/%s/start'] button".formatted(meeting))
                .click();
        taken(browser);
    }

    /// Writes down who came: all agencies that were asked, but those named.
    void attended(String meeting, String... missing) {
        section(meeting, "attendance", Map.of("chairThere", "YES"));
        var browser = story.as(UNIT).go("/meetings/%s/record/attendance".formatted(meeting));
        for (var line : browser.page().locator(".app-attendance").all()) {
            var agency = line.locator("legend").innerText();
            var there = Arrays.stream(missing).noneMatch(agency::equals);
            line.locator("select").selectOption(there ? "ATTENDED" : "ABSENT");
            line.locator("input[name^='grade-']").fill(there ? "Manager" : "");
        }
        browser.leave(
                () ->
                        browser.page()
                                .locator(
                                        "form[action='/meetings/%s/attendance'] button"
                                                .formatted(meeting))
                                .click());
        taken(browser);
    }

    /// The draft goes to the chair, who approves it; agencies that were asked get it.
    ///
    /// @return path of the minutes
    String minutesGivenTo(String meeting, List<String> agencies) {
        var unit = story.as(UNIT).go("/meetings/" + meeting);
        unit.page().locator("main a[href^='/minutes/']").first().click();
        var path = "/minutes/" + Story.idIn(unit.path());
        unit.press("Send to the chair");
        taken(unit);
        var chair = story.as("chair").go(path);
        chair.press("Approve these minutes");
        taken(chair);
        givenTo(path, agencies);
        return path;
    }

    /// @param minutes path of those that the chair has approved
    void givenTo(String minutes, List<String> agencies) {
        var unit = story.as(UNIT).go(minutes + "/distribution");
        for (var box : unit.page().locator("input[name='agency']").all()) {
            var label = unit.page().locator("label[for='%s']".formatted(box.getAttribute("id")));
            box.setChecked(
                    agencies.contains(label.innerText()),
                    new Locator.SetCheckedOptions().setForce(true));
        }
        unit.page()
                .locator("form[action='%s/distribution'] button".formatted(minutes))
                .last()
                .click();
        taken(unit);
    }

    /// Writes the whole record.
    ///
    /// @param without path of a section that is forgotten; empty for none
    void written(String meeting, String level, String without) {
        var sections = new LinkedHashMap<String, Map<String, String>>();
        sections.put("opening", Map.of("statement", "READ", "recording", "NO"));
        sections.put("victims", Map.of("considered", "NONE_KNOWN"));
        sections.put(
                "risk",
                Map.of(
                        "public", "MEDIUM",
                        "knownAdult", "HIGH",
                        "children", "LOW",
                        "staff", "LOW",
                        "prisoners", "LOW",
                        "self", "LOW"));
        sections.put("plan", Map.of("planAgreed", "AGREED"));
        sections.put("contingency", Map.of());
        sections.put("disclosure", Map.of("disclosure", "DO_NOT"));
        sections.put("level", Map.of("level", level, "criticalCase", "NO"));
        sections.put("individual", Map.of("told", "TOLD", "invited", "INVITED"));
        sections.remove(without);
        sections.forEach((path, choices) -> section(meeting, path, choices));
    }

    void section(String meeting, String path, Map<String, String> choices) {
        var browser = story.as(UNIT).go("/meetings/%s/record/%s".formatted(meeting, path));
        for (var area : browser.page().locator("main textarea").all()) {
            area.fill("Said about " + area.getAttribute("name") + ".");
        }
        choices.forEach(browser::choose);
        browser.page().locator("button[name='action'][value='save']").first().click();
        taken(browser);
    }

    void closed(String meeting) {
        var browser = story.as("chair").go("/meetings/" + meeting + "/closing");
        browser.page().locator("main form button").click();
        assertThat(browser.path()).as(browser.text()).doesNotContain("/closing");
    }

    void taken(Browser browser) {
        assertThat(browser.page().locator(".govuk-error-summary").count())
                .as(browser.path() + ": " + browser.text())
                .isZero();
    }

    @Override
    public void close() {
        story.close();
    }
}
