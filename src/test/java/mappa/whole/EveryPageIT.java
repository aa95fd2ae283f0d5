package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Every page in each state: axe finds nothing, the marking stands on top and at the foot, the
/// content security policy refuses nothing, and without script it says and does the same, on a
/// phone too.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern SCREEN = Pattern.compile("\\{#screen}(.*?)\\{/screen}");
    private static final String MARKING = "OFFICIAL-SENSITIVE";
    private static final int PHONE = 320;

    /// Reached only by what a test of its own does first.
    private static final Set<String> ELSEWHERE = Set.of("StartPages/noRole", "PeoplePages/found");

    /// Asks for nothing that could be missing or wrong: what is left empty is not said yet.
    private static final Set<String> ALWAYS_RIGHT =
            Set.of(
                    "/referrals/new",
                    "/agencies/occasions/arson",
                    "/meetings/ID/record/SECTION",
                    "/minutes/ID/sections/SECTION");

    private final Product product = Product.get();
    private final DemoPaths demo = new DemoPaths();
    private final Map<String, Reader> readers = new HashMap<>();
    private final Set<String> sentWrong = new HashSet<>();

    /// One person with two browsers: one as they come, one without script and as narrow as a phone.
    private record Reader(Browser browser, Browser plain) {}

    private Reader reader(String user) {
        return readers.computeIfAbsent(
                user,
                name -> {
                    var browser = Browser.open().impatient();
                    if (!name.equals(Stop.NOBODY)) {
                        browser.signIn(name);
                    }
                    if (name.equals("owner.probation")) { // a referrer too, and that by default
                        browser.go("/acting-as").page().getByText("Case owner").last().click();
                        browser.leave(() -> browser.press("Act in this role"));
                    }
                    var plain = Browser.withoutScript().impatient().as(browser);
                    plain.page().setViewportSize(PHONE, 900);
                    return new Reader(browser, plain);
                });
    }

    /// The steps of the demo run ahead of the tasks that ask for them, so one is done by hand here.
    @BeforeAll
    void aTaskIsDone() {
        var urgent = demo.referral("panel-urgent", "").substring("/referrals/".length());
        var voted =
                "select count(*) from work_item where kind = 'panel-vote' and state = 'COMPLETED' and thing_id = '%s'"
                        .formatted(urgent);
        if (product.count(voted) == 0) {
            try (var story = new Story()) {
                story.vote("coordinator.a", urgent, "ACCEPT_3");
            }
        }
        assertThat(product.count(voted)).as("votes given for a task").isPositive();
    }

    @AfterAll
    void close() {
        readers.values()
                .forEach(
                        reader -> {
                            reader.browser().close();
                            reader.plain().close();
                        });
    }

    @Test
    void everyTemplateOfAPageIsOnTheList() {
        var listed = Stops.all().stream().map(Stop::template).collect(Collectors.toSet());
        listed.addAll(ELSEWHERE);
        assertThat(listed).isEqualTo(templatesOfPages());
    }

    /// All, or those whose names `-Dmappa.stops` matches, for somebody who writes a page.
    @TestFactory
    Stream<DynamicTest> isAccessibleMarkedAndCompleteWithoutScript() {
        var wanted = Pattern.compile(System.getProperty("mappa.stops", ""));
        return Stops.all().stream()
                .filter(stop -> wanted.matcher(stop.toString()).find())
                .map(stop -> dynamicTest(stop.toString(), () -> look(stop)));
    }

    @Test
    void showsPeopleFoundOrNone() {
        look(
                found("people found", "Fenwhistle", "best match first"),
                found("nobody found", "Xylophonic", "No one you can see matches"));
    }

    private Stop found(String state, String surname, String shown) {
        var browser = reader("administrator").browser().go("/people");
        browser.choose("reason", "REFERRAL").type("surname", surname);
        browser.leave(() -> browser.press("Find"));
        assertThat(browser.page().url()).as("address of what was found").doesNotContain(surname);
        return Stop.of("PeoplePages/found", state, "administrator", browser.path(), shown);
    }

    @Test
    void showsNothingToSomebodyWhoseAppointmentEnded() {
        var appointment =
                "appointment set until_at = %s where user_id = (select id from user_account"
                        + " where display_name = 'National Security Division')";
        product.change("update " + appointment.formatted("now()"));
        try {
            look(Stop.of("StartPages/noRole", "no role", "nsd", "/home", "no role yet"));
        } finally {
            product.change("update " + appointment.formatted("null"));
        }
    }

    @Test
    void keepsWhatWasTypedWhenTheSessionHasEnded() {
        var path = demo.referral("waiting", "/questions");
        for (var script : List.of(true, false)) {
            try (var browser = script ? Browser.open() : Browser.withoutScript()) {
                browser.impatient().signIn("spoc.housing").go(path);
                browser.page().locator("textarea").first().fill("Typed before the session ended.");
                product.change(
                        "delete from web_session where user_id = (select id from user_account where display_name = 'Contact Housing')");
                browser.leave(() -> browser.press("Send answers"));
                assertThat(browser.screen()).isEqualTo("S-03");
                assertThat(browser.text()).contains("What you typed is kept for 24 hours");
                if (script) {
                    var soft = new SoftAssertions();
                    lookAt(browser, soft);
                    soft.assertAll();
                }
                browser.leave(() -> browser.press("Sign in and get your text back"));
                browser.page().waitForURL(url -> url.contains("/questions"));
                assertThat(browser.page().locator("textarea").first().inputValue())
                        .isEqualTo("Typed before the session ended.");
            }
        }
        readers.remove("spoc.housing"); // whose session has ended too
    }

    @Test
    void saysThatSomebodyElseChangedItAndShowsBoth() {
        var path = demo.referral("draft", "/sections/behaviour");
        comesBack(
                "referrer.probation",
                path,
                page -> {
                    page.locator("textarea").first().fill("Mine.");
                    page.locator("[name=version]").evaluate("field => { field.value = '0'; }");
                },
                "Save and go to the next section",
                "What stands now");
        comesBack(
                "coordinator.a",
                "/settings/unit-phone",
                page -> {
                    page.locator("[name=value]").fill("01632 960 199");
                    page.locator("main [name=version]").evaluate("field => { field.value = '0'; }");
                },
                "Set from that day",
                "Somebody else changed this");
    }

    @Test
    void doesNothingForAFormThatIsNotItsReaders() {
        comesBack(
                "coordinator.a",
                "/working-days",
                page ->
                        page.locator("main [name=formKey]")
                                .evaluate("field => { field.value = 'forged'; }"),
                "Change this day",
                "Nothing was done");
    }

    /// Sends a form after a change to it, with script and without: the answer says why not.
    private void comesBack(
            String user, String path, Consumer<Page> change, String button, String shown) {
        var reader = reader(user);
        var soft = new SoftAssertions();
        for (var browser : List.of(reader.plain(), reader.browser())) {
            browser.go(path);
            change.accept(browser.page());
            browser.leave(() -> browser.press(button));
            soft.assertThat(browser.text()).contains(shown);
        }
        lookAt(reader.browser(), soft);
        soft.assertAll();
    }

    @Test
    void showsWhereTheKeyboardIs() {
        var soft = new SoftAssertions();
        var pages =
                Map.of(
                        "home", "/home",
                        "list", "/tasks",
                        "form", "/people",
                        "case", demo.caseOf("accepted-level-2", ""),
                        "ballot", demo.referral("panel-begun", "/votes"));
        pages.forEach((name, path) -> tabThrough(name, path, soft));
        soft.assertAll();
    }

    private void tabThrough(String name, String path, SoftAssertions soft) {
        var page = reader("coordinator.a").browser().go(path).page();
        page.keyboard().press("Tab");
        soft.assertThat(page.evaluate("document.activeElement.innerText"))
                .as("first stop on " + name)
                .isEqualTo("Skip to main content");
        soft.assertThat(page.evaluate(SEES_FOCUS)).as("skip link of " + name).isEqualTo(true);
        page.keyboard().press("Enter");
        soft.assertThat(page.evaluate("document.activeElement.id"))
                .as("where the skip link of %s leads", name)
                .isEqualTo("main-content");
        for (var n = 0; n < MOST_KEYS; n++) {
            page.keyboard().press("Tab");
            var where = page.evaluate("document.activeElement.outerHTML.slice(0, 120)").toString();
            if (where.startsWith("<body")) {
                return;
            }
            soft.assertThat(page.evaluate(SEES_FOCUS)).as("%s: %s", name, where).isEqualTo(true);
        }
    }

    private static final int MOST_KEYS = 15;

    /// Whether something is drawn around the control that has the keyboard, or around its label.
    private static final String SEES_FOCUS =
            """
            (() => {
              const here = document.activeElement;
              const drawn = style => style.outlineStyle !== 'none' && style.outlineWidth !== '0px'
                  || style.boxShadow !== 'none';
              return drawn(getComputedStyle(here))
                  || [...(here.labels ?? [])].some(label => drawn(getComputedStyle(label, '::before')));
            })()
            """;

    private void look(Stop... several) {
        for (var stop : several) {
            look(stop);
        }
    }

    private void look(Stop stop) {
        var reader = reader(stop.user());
        var path = stop.path().get();
        var soft = new SoftAssertions();
        var browser = reader.browser().go(path);
        soft.assertThat(browser.screen()).as("screen").matches(screenOf(stop.template()));
        soft.assertThat(browser.text()).as("text").contains(stop.shown());
        lookAt(browser, soft);
        if (Boolean.getBoolean("mappa.pictures")) { // for people to look at
            browser.picture(stop.toString().replaceAll("[^A-Za-z0-9.]+", "-"));
        }
        sameWithoutScript(stop, path, reader, soft);
        sendWrong(path, reader, soft);
        soft.assertAll();
    }

    private void lookAt(Browser browser, SoftAssertions soft) {
        soft.assertThat(browser.axe()).as("what axe finds").isEmpty();
        var page = browser.page();
        soft.assertThat(page.locator("h1").count()).as("main headings").isEqualTo(1);
        soft.assertThat(page.title()).as("title").endsWith("– MAPPA case meetings");
        soft.assertThat(page.locator(".app-marking").allInnerTexts())
                .as("marking")
                .containsExactly(MARKING, MARKING);
        soft.assertThat(page.locator("body").innerText().strip())
                .as("page")
                .startsWith(MARKING)
                .endsWith(MARKING);
        soft.assertThat(browser.refusedByPolicy()).as("refused by policy").isEmpty();
    }

    private void sameWithoutScript(Stop stop, String path, Reader reader, SoftAssertions soft) {
        var plain = reader.plain().go(path);
        soft.assertThat(plain.heading())
                .as("heading without script")
                .isEqualTo(reader.browser().heading());
        if (stop.steady()) {
            soft.assertThat(words(plain.text()))
                    .as("text without script")
                    .isEqualTo(words(reader.browser().text()));
        }
        soft.assertThat(plain.page().evaluate("document.documentElement.scrollWidth"))
                .as("width on a phone")
                .isEqualTo(PHONE);
        soft.assertThat(plain.refusedByPolicy()).as("refused by policy").isEmpty();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("Number of this request: \\S+", "") // another one each time
                .strip();
    }

    /// Sends each form with everything blank and every date impossible: it comes back and says what
    /// is wrong.
    private void sendWrong(String path, Reader reader, SoftAssertions soft) {
        var forms = reader.plain().page().locator("main form[method=post]:has(" + FIELDS + ")");
        for (var n = 0; n < forms.count(); n++) {
            var action = forms.nth(n).getAttribute("action");
            if (ALWAYS_RIGHT.contains(shape(action)) || !sentWrong.add(shape(action))) {
                continue;
            }
            for (var browser : new Browser[] {reader.plain(), reader.browser()}) {
                browser.go(path);
                var form =
                        browser.page().locator("form[action='" + action + "']:has(" + FIELDS + ")");
                fillWrong(form);
                browser.leave(() -> form.locator("button").first().click());
                soft.assertThat(browser.page().locator(".govuk-error-summary").count())
                        .as("%s is refused: %s", action, browser.heading())
                        .isEqualTo(1);
                soft.assertThat(browser.page().title()).as("title").startsWith("Error: ");
            }
            lookAt(reader.browser(), soft);
            linksLeadToFields(reader.browser().page(), soft);
        }
    }

    private static final String FIELDS =
            "textarea, select, input[type=text], input[type=radio], input[type=checkbox]";

    private static void fillWrong(Locator form) {
        form.evaluate(
                """
                form => [form.closest('details'), ...form.querySelectorAll('details')]
                    .forEach(part => part?.setAttribute('open', ''))
                """);
        for (var text : form.locator("textarea, input[type=text]").all()) {
            text.fill(text.getAttribute("name").endsWith("-day") ? "99" : "");
        }
        form.evaluate(
                """
                form => form.querySelectorAll('input[type=radio], input[type=checkbox]')
                    .forEach(choice => { choice.checked = false; })
                """);
        form.evaluate(
                """
                form => form.querySelectorAll('select').forEach(list => { list.selectedIndex = 0; })
                """);
    }

    private static void linksLeadToFields(Page page, SoftAssertions soft) {
        for (var link : page.locator(".govuk-error-summary__list a").all()) {
            var target = link.getAttribute("href");
            soft.assertThat(page.locator("[id='%s']".formatted(target.substring(1))).count())
                    .as("fields that %s leads to", target)
                    .isEqualTo(1);
        }
    }

    private static String shape(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("/(sections|record)/.*", "/$1/SECTION")
                .replaceAll("/settings/[a-z]+-.*", "/settings/SETTING");
    }

    private static Set<String> templatesOfPages() {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> SCREEN.matcher(read(file)).find())
                    .map(file -> TEMPLATES.relativize(file).toString().replace(".html", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// What `data-screen` is on a page of a template; any screen where the template is told which.
    private static Pattern screenOf(String template) {
        var screen = SCREEN.matcher(read(TEMPLATES.resolve(template + ".html")));
        assertThat(screen.find()).as(template + " names its screen").isTrue();
        return Pattern.compile(screen.group(1).startsWith("{") ? "S-\\d+" : screen.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
