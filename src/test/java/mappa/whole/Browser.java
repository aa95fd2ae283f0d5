package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A person at a browser of their own: Debian's Chromium, signed in through the real Keycloak.
///
/// Everything that the browser complains of is collected; [#close] fails on a broken content
/// security policy.
public final class Browser implements AutoCloseable {

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;

    private final Product product = Product.get();
    private final BrowserContext context;
    private final Page page;
    private final List<String> violations = new ArrayList<>();

    private Browser(boolean script, int width) {
        this(
                chromium()
                        .newContext(
                                new com.microsoft.playwright.Browser.NewContextOptions()
                                        .setBaseURL(Product.get().address())
                                        .setJavaScriptEnabled(script)
                                        .setLocale("en-GB")
                                        .setTimezoneId("Europe/London")
                                        .setViewportSize(width, 900)));
    }

    private Browser(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.text().contains("Content Security Policy")) {
                        violations.add(page.url() + ": " + message.text());
                    }
                });
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                                            .setArgs(List.of("--no-sandbox")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }

    /// A browser with script, 1280 pixels wide, in which nobody is signed in yet.
    public static Browser open() {
        return new Browser(true, 1280);
    }

    /// As [#open] with script switched off.
    public static Browser withoutScript() {
        return new Browser(false, 1280);
    }

    /// As [#open], as narrow as a phone.
    public static Browser narrow() {
        return new Browser(true, 320);
    }

    /// Another tab of the same browser, with the same sign-in; it closes with the browser.
    public Browser tab() {
        return new Browser(context);
    }

    /// Signs in as a demo user and stands on the home page.
    public Browser signIn(String user) {
        page.navigate("/home");
        page.locator("#username").fill(user);
        page.locator("#password").fill(product.password());
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(product.address()));
        return this;
    }

    /// Shares the sign-in of another browser.
    public Browser as(Browser other) {
        context.addCookies(
                other.context.cookies().stream()
                        .map(
                                cookie ->
                                        new Cookie(cookie.name, cookie.value)
                                                .setDomain(cookie.domain)
                                                .setPath(cookie.path))
                        .toList());
        return this;
    }

    /// Gives up soon on what is not on the page, though a busy machine may take its time.
    public Browser impatient() {
        context.setDefaultTimeout(20_000);
        context.setDefaultNavigationTimeout(40_000);
        return this;
    }

    /// Does what leads to another page, and waits until that is there.
    public Browser leave(Runnable step) {
        page.waitForNavigation(step);
        return this;
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public Browser go(String path) {
        page.navigate(path);
        return this;
    }

    /// Presses a button by the words on it.
    public Browser press(String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
        return this;
    }

    /// Follows a link by the words in it.
    public Browser follow(String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first().click();
        return this;
    }

    /// Types into a field, by its name.
    public Browser type(String field, String text) {
        page.locator("[name='%s']".formatted(field)).first().fill(text);
        return this;
    }

    /// Types a date into its three fields.
    public Browser typeDate(String field, java.time.LocalDate date) {
        return type(field + "-day", Integer.toString(date.getDayOfMonth()))
                .type(field + "-month", Integer.toString(date.getMonthValue()))
                .type(field + "-year", Integer.toString(date.getYear()));
    }

    /// Chooses a radio button, checkbox or option by its value.
    public Browser choose(String field, String value) {
        var option = page.locator("[name='%s'][value='%s']".formatted(field, value));
        if (option.count() > 0) {
            option.first()
                    .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        } else {
            page.locator("select[name='%s']".formatted(field)).selectOption(value);
        }
        return this;
    }

    public String screen() {
        return page.locator("main").getAttribute("data-screen");
    }

    public String heading() {
        return page.locator("h1").innerText();
    }

    public String text() {
        return page.locator("main").innerText();
    }

    /// Path of the page, with its query.
    public String path() {
        return page.url().substring(product.address().length());
    }

    /// What axe finds on this page, one line a rule; empty if it finds nothing.
    ///
    /// Legacy mode opens no second page for its result, which only pages with frames need.
    public Set<String> axe() {
        var found = new TreeSet<String>();
        for (var violation : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
            found.add(
                    "%s %s: %s (%d)"
                                    .formatted(
                                            path(),
                                            violation.getId(),
                                            violation.getHelp(),
                                            violation.getNodes().size())
                            + violation.getNodes().getFirst().getHtml());
        }
        return found;
    }

    /// What the content security policy refused until now.
    public List<String> refusedByPolicy() {
        return List.copyOf(violations);
    }

    /// A picture of the whole page under `target/screenshots`, for people to look at.
    public Browser picture(String name) {
        var target = Path.of(System.getProperty("project.build.directory", "target"));
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(target.resolve("screenshots/" + name + ".png")));
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertThat(violations).as("reports of the content security policy").isEmpty();
    }
}
