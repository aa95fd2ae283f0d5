package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Steps of the referral story, each done by a demo user in a browser of their own.
final class Story implements AutoCloseable {

    /// Slugs of the form's sections that are always asked, with what is chosen in them; texts are
    /// filled in by themselves.
    private static final Map<String, Map<String, String>> SECTIONS = new LinkedHashMap<>();

    static {
        SECTIONS.put("person", Map.of("sex", "MALE"));
        SECTIONS.put("category", Map.of("category", "3"));
        SECTIONS.put("behaviour", Map.of());
        SECTIONS.put("pattern", Map.of());
        SECTIONS.put("information-from-others", Map.of());
        SECTIONS.put("level", Map.of("requestedLevel", "2"));
        SECTIONS.put("meetings", Map.of());
        SECTIONS.put("risk", Map.of("riskOfSeriousHarm", "HIGH"));
        SECTIONS.put("plan", Map.of());
        SECTIONS.put("victims", Map.of());
        SECTIONS.put("release", Map.of("location", "COMMUNITY"));
        SECTIONS.put("attendees", Map.of());
        SECTIONS.put("urgency", Map.of("urgent", "NO"));
        SECTIONS.put("domestic-abuse", Map.of("domesticAbuse", "NO"));
    }

    private final Map<String, Browser> browsers = new HashMap<>();
    private final Map<String, String> accounts = new HashMap<>();

    /// The browser of a demo user, signed in at the first call.
    Browser as(String user) {
        return browsers.computeIfAbsent(user, name -> Browser.open().signIn(name));
    }

    /// Starts a referral and fills in every section.
    ///
    /// @return its id
    String draft(String user, String surname, LocalDate bornOn) {
        var browser = as(user).go("/referrals/new");
        browser.page().locator("main form[action='/referrals/new'] button").click();
        var id = idIn(browser.path());
        SECTIONS.forEach((slug, choices) -> fill(browser, id, slug, choices, surname, bornOn));
        return id;
    }

    private static void fill(
            Browser browser,
            String id,
            String slug,
            Map<String, String> choices,
            String surname,
            LocalDate bornOn) {
        browser.go("/referrals/" + id + "/sections/" + slug);
        for (var area : browser.page().locator("main textarea").all()) {
            area.fill(
                    "Text of the section "
                            + slug
                            + ", written for "
                            + area.getAttribute("name")
                            + ".");
        }
        if (slug.equals("person")) {
            browser.type("surname", surname)
                    .type("forenames", "Sam")
                    .typeDate("dateOfBirth", bornOn);
        }
        if (slug.equals("risk")) {
            browser.type("riskTo", "Adults known to him");
        }
        if (slug.equals("release")) {
            browser.typeDate("sentenceDate", LocalDate.of(2025, 3, 3));
        }
        choices.forEach(browser::choose);
        browser.page().locator("button[name='then'][value='next']").click();
        assertThat(browser.page().locator(".govuk-error-summary").count())
                .as(slug + " is accepted: " + browser.text())
                .isZero();
    }

    /// Sends a filled-in referral to the unit.
    void send(String user, String id) {
        var browser = as(user).go("/referrals/" + id + "/check");
        browser.page().locator("main form button").click();
        assertThat(browser.path()).startsWith("/referrals/" + id + "/sent");
    }

    /// Checks a referral, records its person anew, and sends it to the panel.
    void check(String user, String id) {
        var browser = as(user).go("/referrals/" + id + "/person");
        for (var verdict : browser.page().locator("input[type='radio'][value='DIFFERENT']").all()) {
            verdict.check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        }
        browser.page()
                .locator("form[action='/referrals/%s/person'] button".formatted(id))
                .last()
                .click();
        if (browser.path().contains("/person")) { // near-duplicates were found only now
            for (var verdict :
                    browser.page().locator("input[type='radio'][value='DIFFERENT']").all()) {
                verdict.check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
            }
            browser.page()
                    .locator("form[action='/referrals/%s/person'] button".formatted(id))
                    .last()
                    .click();
        }
        browser.go("/referrals/" + id + "/checks");
        for (var found : browser.page().locator("input[type='radio'][value='PRESENT']").all()) {
            found.check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        }
        browser.page().locator("button[name='action'][value='panel']").click();
        assertThat(browser.page().locator(".govuk-error-summary").count())
                .as("sent to the panel: " + browser.text())
                .isZero();
    }

    /// Casts a vote: `ACCEPT_2`, `ACCEPT_3`, `DECLINE`, with a reason.
    void vote(String user, String id, String vote) {
        var browser = as(user).go("/referrals/" + id + "/votes");
        browser.choose("vote", vote).type("reason", "Reason of " + user + " for " + vote + ".");
        if (vote.equals("DECLINE")) {
            browser.choose("pathway", "IOM"); // Level 1 is none for Category 3 (R-LVL-06)
        }
        browser.page().locator("button[name='action'][value='cast']").click();
        assertThat(browser.page().locator(".govuk-error-summary").count())
                .as("vote cast: " + browser.text())
                .isZero();
    }

    /// Sends the feedback on a decision.
    void feedback(String user, String id, String words) {
        var browser = as(user).go("/referrals/" + id + "/decision");
        browser.type("reasons", words).type("contact", "The unit's duty desk");
        browser.page()
                .locator("form[action='/referrals/%s/decision'] button".formatted(id))
                .last()
                .click();
        assertThat(browser.page().locator(".govuk-error-summary").count())
                .as("feedback sent: " + browser.text())
                .isZero();
    }

    /// A referral that the panel can vote on, made by the demo users.
    String inScreening(String surname, LocalDate bornOn) {
        var id = draft("referrer.probation", surname, bornOn);
        send("referrer.probation", id);
        check("administrator", id);
        return id;
    }

    /// What stands on somebody's list of tasks about a case or referral.
    List<String> tasks(String user, String view, String reference) {
        return as(user)
                .go("/tasks?view=" + view)
                .page()
                .locator("main tbody tr")
                .allInnerTexts()
                .stream()
                .filter(row -> row.contains(reference))
                .toList();
    }

    /// Name of a demo user, as pages show it.
    String name(String user) {
        return account(user).split(", ", 2)[0];
    }

    /// What somebody did in the only role they hold, as 'Who looked' shows it.
    String line(String user, String what) {
        return account(user).replaceFirst(" \\([A-Z]+\\)$", "") + ": " + what;
    }

    /// `Coordinator A, MAPPA coordinator (NS)`
    private String account(String user) {
        return accounts.computeIfAbsent(
                user, name -> as(name).go("/home").page().locator(".app-account").innerText());
    }

    /// A line of 'Who looked'.
    record Access(Instant at, String who, String role, String what) {}

    /// All lines of a case's page 'Who looked' as somebody sees them, oldest first.
    List<Access> accesses(String user, String casePath) {
        var browser = as(user).go(casePath + "/accesses");
        assertThat(browser.screen()).isEqualTo("S-26");
        var lines = new ArrayList<Access>();
        while (true) {
            for (var row : browser.page().locator("main tbody tr").all()) {
                var cells = row.locator("td").allInnerTexts();
                var at = row.locator("time").getAttribute("datetime");
                lines.add(new Access(Instant.parse(at), cells.get(1), cells.get(2), cells.get(4)));
            }
            var next = browser.page().locator("main a[rel='next']");
            if (next.count() == 0) {
                return lines.reversed();
            }
            next.click();
        }
    }

    /// The reference that a referral's page shows, `NS-26-0412/R1`.
    String reference(String user, String id) {
        var text = as(user).go("/referrals/" + id).text();
        var matcher = java.util.regex.Pattern.compile("[A-Z]{2}-\\d\\d-\\d{4}/R\\d+").matcher(text);
        assertThat(matcher.find()).as("a reference in " + text).isTrue();
        return matcher.group();
    }

    static String idIn(String path) {
        var matcher = java.util.regex.Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}").matcher(path);
        assertThat(matcher.find()).as("an id in " + path).isTrue();
        return matcher.group();
    }

    @Override
    public void close() {
        browsers.values().forEach(Browser::close);
    }
}
