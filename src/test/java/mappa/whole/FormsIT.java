package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A form that is sent twice, late, from a second tab, after the sign-in has ended, or into a
/// network that is cut: one effect, no lost text, and a page that says what happened.
///
/// With script and without, in a real browser and signed in through the real Keycloak.
class FormsIT {

    private static final String REPEATED = "You already did this on";

    private final Product product = Product.get();

    @ParameterizedTest(name = "with script: {0}")
    @ValueSource(booleans = {true, false})
    void aSectionOfTheReferral(boolean script) {
        try (var writer = browser(script).signIn("referrer.probation")) {
            writer.go("/referrals/new");
            writer.page().locator("main form[action='/referrals/new'] button").click();
            var id = UUID.fromString(Story.idIn(writer.path()));
            twice(writer, section(id, "pattern"), "changed this while you were writing");
            late(writer, "referrer.probation", section(id, "behaviour"));
        }
    }

    private Form section(UUID referral, String name) {
        return new Form(
                "/referrals/%s/sections/%s".formatted(referral, name),
                name,
                "button[name='then']",
                () -> saves(referral, name.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest(name = "with script: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("REF-05")
    @Tag("REF-11")
    void aVoteAndTheFeedback(boolean script) {
        try (var story = new Story();
                var first = browser(script).signIn("coordinator.a");
                var second = browser(script).signIn("coordinator.b")) {
            var id = UUID.fromString(story.inScreening("Thistlemere", LocalDate.of(1977, 7, 7)));
            var third = story.as("police.di").go("/referrals/%s/votes".formatted(id));
            var unsent = "Written while the panel decided without it.";
            third.choose("vote", "DECLINE").choose("pathway", "IOM").type("reason", unsent);

            twice(first, vote(id, "coordinator.a", "ACCEPT_2"), "You have voted already");
            late(second, "coordinator.b", vote(id, "coordinator.b", "ACCEPT_3"));

            third.page().locator("#decision button").last().click();
            assertThat(third.text()).contains("The panel has decided", unsent);
            twice(first, feedback(id), "The feedback has been sent already");
        }
    }

    private Form vote(UUID referral, String user, String vote) {
        return new Form(
                "/referrals/%s/votes".formatted(referral),
                "reason",
                "#decision button",
                browser -> browser.choose("vote", vote),
                () ->
                        product.count(
                                """
                                select count(*) from panel_vote v join user_account u on u.id = v.person_id
                                where v.referral_id = ? and u.subject = ?
                                """,
                                referral,
                                subject(user)));
    }

    /// Id of a demo user at Keycloak, by name as the launcher makes it.
    private static String subject(String user) {
        return UUID.nameUUIDFromBytes(("case-meetings:" + user).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Form feedback(UUID referral) {
        return new Form(
                "/referrals/%s/decision".formatted(referral),
                "reasons",
                "form[action$='/decision'] button",
                browser -> browser.type("contact", "The unit's duty desk"),
                () ->
                        product.count(
                                """
                                select count(*) from audit_event
                                where subject_ids @> array[?] and event = 'referral-feedback-sent'
                                """,
                                referral));
    }

    private static Browser browser(boolean script) {
        return script ? Browser.open() : Browser.withoutScript();
    }

    private long saves(UUID referral, String section) {
        return product.count(
                "select coalesce(sum(saves), 0) from referral_section where referral_id = ? and section = ?",
                referral,
                section);
    }

    /// A form with one long text, and how often it has had its effect.
    ///
    /// @param rest fills in what else it needs
    private record Form(
            String path,
            String field,
            String button,
            UnaryOperator<Browser> rest,
            LongSupplier effects) {

        Form(String path, String field, String button, LongSupplier effects) {
            this(path, field, button, UnaryOperator.identity(), effects);
        }

        void fill(Browser browser, String text) {
            rest.apply(browser).type(field, text);
        }

        Locator button(Browser browser) {
            return browser.page().locator(button).last();
        }

        String typed(Browser browser) {
            return browser.page().locator("[name='%s']".formatted(field)).inputValue();
        }
    }

    /// Twice at once, once more from the page that stayed open, and from a second tab that knows
    /// nothing of it.
    private static void twice(Browser browser, Form form, String refusal) {
        var tab = browser.tab().go(form.path());
        form.fill(browser.go(form.path()), "A double click must not do this twice.");
        var page = browser.page();
        var posts = new ArrayList<String>();
        page.context()
                .onRequest(
                        request -> {
                            if (request.method().equals("POST")) {
                                posts.add(request.url());
                            }
                        });

        // each click opens its answer beside the form, so that neither takes the other's place
        page.locator("form:has([name='%s'])".formatted(form.field()))
                .evaluate("form => form.target = '_blank'");
        var answers = answers(browser, 2, () -> form.button(browser).dblclick());
        assertThat(posts).as("clicks that were sent").hasSize(2);
        assertThat(form.effects().getAsLong()).as("effects of a double click").isEqualTo(1);
        assertThat(answers)
                .as("one does it, the other says so")
                .filteredOn(answer -> answer.contains(REPEATED))
                .hasSize(1);

        var again = answers(browser, 1, () -> form.button(browser).click());
        assertThat(posts).hasSize(3);
        assertThat(form.effects().getAsLong()).as("effects after the same again").isEqualTo(1);
        assertThat(again).singleElement(STRING).contains(REPEATED);

        var written = "Written in a second tab, about what stood there before.";
        form.fill(tab, written);
        form.button(tab).click();
        assertThat(tab.text()).contains(refusal);
        assertThat(tab.page().content()).as("nothing typed is lost").contains(written);
        assertThat(form.effects().getAsLong()).as("effects after the second tab").isEqualTo(1);
        tab.page().close();
    }

    /// What stands on the pages that an act opens.
    private static List<String> answers(Browser browser, int expected, Runnable act) {
        var opened = new ArrayList<Page>();
        Consumer<Page> keep = opened::add;
        browser.context().onPage(keep);
        act.run();
        browser.page().waitForCondition(() -> opened.size() == expected);
        browser.context().offPage(keep);
        return opened.stream()
                .map(
                        page -> {
                            page.locator("main").waitFor();
                            var text = page.locator("main").innerText();
                            page.close();
                            return text;
                        })
                .toList();
    }

    /// After the session has gone, after the sign-in itself has ended, into a network that is cut
    /// before the form leaves, and into one that loses the answer.
    private void late(Browser browser, String user, Form form) {
        var text = "Half an hour's work, which must not be lost.";
        form.fill(browser.go(form.path()), text);
        product.change(
                """
                delete from web_session where user_id =
                  (select id from user_account where subject = ?)
                """,
                subject(user));
        givenBack(browser, form, text, () -> {});

        endSignIn(browser, user);
        givenBack(
                browser,
                form,
                text,
                () -> {
                    browser.page().locator("#username").fill(user);
                    browser.page().locator("#password").fill(product.password());
                    browser.page().locator("#kc-login").click();
                });

        browser.context().setOffline(true);
        form.button(browser).click();
        browser.page().waitForURL(url -> url.startsWith("chrome-error:"));
        assertThat(form.effects().getAsLong()).as("effects of a form that never left").isZero();
        browser.context().setOffline(false);

        browser.page()
                .route(
                        url -> url.endsWith(form.path()),
                        route -> {
                            route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                            route.abort("connectionreset");
                        },
                        new Page.RouteOptions().setTimes(1));
        sendAgain(browser);
        browser.page().waitForURL(url -> url.startsWith("chrome-error:"));
        assertThat(form.effects().getAsLong()).as("effects of a lost answer").isEqualTo(1);

        sendAgain(browser);
        assertThat(browser.text()).contains(REPEATED);
        assertThat(form.effects().getAsLong()).as("effects of sending it again").isEqualTo(1);
    }

    /// As a person does on the browser's own page about the network: reload, which posts again.
    private static void sendAgain(Browser browser) {
        try {
            browser.page().reload();
        } catch (PlaywrightException stillCut) {
            // the browser shows its own page
        }
    }

    /// Sends into an ended session, and gets the text back on the same form, unsent.
    private static void givenBack(Browser browser, Form form, String text, Runnable signIn) {
        form.button(browser).click();
        assertThat(browser.screen()).isEqualTo("S-03");
        assertThat(browser.text()).contains("Your session has ended", "nothing has been sent");
        assertThat(form.effects().getAsLong()).as("effects of an ended session").isZero();
        browser.page().locator("main a[role='button']").click();
        signIn.run();
        browser.page().waitForURL(url -> url.contains(form.path()));
        assertThat(form.typed(browser)).isEqualTo(text);
        assertThat(form.effects().getAsLong()).as("effects of giving back").isZero();
    }

    /// Ends the sign-in at Keycloak, in another tab; the server learns of it when it next asks.
    private void endSignIn(Browser browser, String user) {
        var tab = browser.tab();
        tab.page()
                .navigate(product.run().get("issuer").asText() + "/protocol/openid-connect/logout");
        tab.page().locator("#kc-logout").click();
        tab.page()
                .locator("#kc-logout")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        tab.page().close();
        product.change(
                """
                update web_session set refreshed_at = now() - interval '5 minutes' where user_id =
                  (select id from user_account where subject = ?)
                """,
                subject(user));
    }
}
