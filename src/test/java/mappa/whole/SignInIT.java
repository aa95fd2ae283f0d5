package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Signing in and out through the real Keycloak.
class SignInIT {

    private final Product product = Product.get();

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        try (var browser = Browser.open()) {
            browser.page().navigate("/more");
            assertThat(browser.page().url())
                    .contains("/realms/case-meetings/")
                    .contains("code_challenge_method=S256");
            browser.page().locator("#username").fill("coordinator.a");
            browser.page().locator("#password").fill(product.password());
            browser.page().locator("#kc-login").click();
            browser.page().waitForURL(url -> url.startsWith(product.address()));
            assertThat(browser.path()).isEqualTo("/more");
            assertThat(browser.screen()).isEqualTo("S-09");
        }
    }

    @Test
    void givesTheBrowserAnOpaqueNumberAndNoToken() {
        try (var browser = Browser.open().signIn("administrator")) {
            var cookies = browser.context().cookies(product.address());
            assertThat(cookies).isNotEmpty();
            for (var cookie : cookies) {
                assertThat(cookie.value).as(cookie.name).doesNotContain("eyJ").hasSizeLessThan(100);
                assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            }
        }
    }

    @Test
    void refusesACopiedCookieAfterSignOut() throws IOException, InterruptedException {
        try (var browser = Browser.open().signIn("administrator")) {
            var copied =
                    browser.context().cookies(product.address()).stream()
                            .map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                            .collect(Collectors.joining("; "));
            assertThat(home(copied).statusCode()).isEqualTo(200);
            browser.follow("Sign out");
            browser.page().waitForURL(url -> url.contains("/signed-out"));
            assertThat(browser.screen()).isEqualTo("S-02");
            assertThat(home(copied).statusCode()).isEqualTo(302);
            browser.page().navigate("/home");
            assertThat(browser.page().url()).contains("/realms/case-meetings/");
        }
    }

    @Test
    void writesNobodysNameIntoAnAddress() {
        try (var browser = Browser.open()) {
            var addresses = new ArrayList<String>();
            browser.page().onRequest(request -> addresses.add(request.url()));
            browser.signIn("administrator").follow("Sign out");
            browser.page().waitForURL(url -> url.contains("/signed-out"));
            assertThat(addresses).anyMatch(url -> url.endsWith("/sign-out"));
            assertThat(addresses).noneMatch(url -> url.contains("id_token_hint"));
            assertThat(addresses).noneMatch(url -> url.matches(".*eyJ[\\w-]+\\.eyJ.*")); // a token
            assertThat(addresses).noneMatch(url -> url.contains("northshire.example"));
        }
    }

    @Test
    void goesOnWhenItsTokensWereRefreshed() {
        try (var browser = Browser.open().signIn("chair")) {
            var session = // the newest: the chair may have others, in other browsers
                    product.ask(
                            """
                            select encode(id_hash, 'hex') from web_session
                            where user_id = (select id from user_account where display_name = 'Chair A')
                            order by created_at desc limit 1
                            """);
            var tokens =
                    "select encode(tokens, 'hex') from web_session where encode(id_hash, 'hex') = ?";
            var before = product.ask(tokens, session);
            product.change(
                    "update web_session set refreshed_at = now() - interval '5 minutes' where encode(id_hash, 'hex') = ?",
                    session);
            browser.go("/home");
            assertThat(browser.screen()).isEqualTo("S-10");
            assertThat(product.ask(tokens, session)).as("tokens").isNotEqualTo(before);
            browser.follow("Sign out");
        }
    }

    @Test
    void neverTakesThePagesCookieAtTheApi() throws IOException, InterruptedException {
        try (var browser = Browser.open().signIn("administrator")) {
            var copied =
                    browser.context().cookies(product.address()).stream()
                            .map((Cookie cookie) -> cookie.name + "=" + cookie.value)
                            .collect(Collectors.joining("; "));
            assertThat(get("/api/audit/verification", copied).statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<String> home(String cookies) throws IOException, InterruptedException {
        return get("/home", cookies);
    }

    private HttpResponse<String> get(String path, String cookies)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(product.address() + path))
                            .header("Cookie", cookies)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
