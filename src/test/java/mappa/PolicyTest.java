package mappa;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.browser;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.Routes.Route;
import mappa.identity.Operation;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every route, for every role, for somebody without one and for nobody: the door opens as the
/// policy table says and in no other case. New routes are in it by themselves.
///
/// Unsafe calls are sent without a form's key and without an idempotency key, so that whoever
/// passes the door is stopped behind it and nothing happens.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class PolicyTest {

    private static final String AREA = "PM";
    private static final String WITHOUT_ROLE = "policy.newcomer";
    private static final List<Route> ROUTES = Routes.all();

    @Inject TestPeople people;

    @Test
    @Tag("SEC-01")
    void everyRouteHasARowInThePolicy() {
        assertThat(ROUTES).hasSizeGreaterThan(5);
        assertThat(ROUTES).allSatisfy(route -> assertThat(route.operation()).isNotNull());
    }

    @Test
    @Tag("SEC-01")
    void opensTheDoorAsThePolicySays() {
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var route : ROUTES) {
            for (var role : Role.values()) {
                people.person(name(role), role, role == Role.SYSTEM_ADMIN ? null : AREA);
                var answer = call(route, as(name(role), route));
                tried++;
                check(route, role, answer, wrong);
            }
            check(route, null, call(route, as(WITHOUT_ROLE, route)), wrong);
            checkSignedOut(route, call(route, given().redirects().follow(false)), wrong);
            tried += 2;
        }
        assertThat(wrong).as("of %d calls", tried).isEmpty();
    }

    private static String name(Role role) {
        return "policy." + role.name().toLowerCase();
    }

    private static RequestSpecification as(String name, Route route) {
        if (!route.isApi()) {
            return browser(name);
        }
        return given().redirects()
                .follow(false)
                .header("Authorization", TestPeople.authorization(name));
    }

    private static Response call(Route route, RequestSpecification who) {
        if (route.consumes() != null && !route.isRead()) {
            who = who.contentType(route.consumes());
            if (route.consumes().endsWith("json")) {
                who = who.body("{}");
            }
        }
        return who.request(route.method(), route.with(UUID.randomUUID()));
    }

    private static void check(
            Route route, @Nullable Role role, Response answer, List<String> wrong) {
        var operation = route.operation();
        var open = !operation.needsRole() || (role != null && operation.roles().contains(role));
        var status = answer.statusCode();
        var sound =
                open
                        ? status != 401 && status != 403 && status < 500 && !isSignIn(route, answer)
                        : status == 403;
        if (!sound) {
            wrong.add("%s as %s: %d".formatted(route, role, status));
        }
        checkHeaders(route, answer, wrong);
    }

    private static void checkSignedOut(Route route, Response answer, List<String> wrong) {
        var status = answer.statusCode();
        var refused = route.isApi() ? status == 401 : isSignIn(answer);
        var sound = route.operation() == Operation.ANYONE ? !refused && status < 500 : refused;
        if (!sound) {
            wrong.add("%s signed out: %d".formatted(route, status));
        }
        checkHeaders(route, answer, wrong);
    }

    /// Signing out leads to the identity provider by design.
    private static boolean isSignIn(Route route, Response answer) {
        return !route.path().equals("/sign-out") && isSignIn(answer);
    }

    private static boolean isSignIn(Response answer) {
        return answer.statusCode() == 302
                && answer.header("Location").endsWith("/identity-provider");
    }

    /// SEC-08: on each answer, refusals included.
    private static void checkHeaders(Route route, Response answer, List<String> wrong) {
        for (var header :
                List.of(
                        "Content-Security-Policy",
                        "Cross-Origin-Opener-Policy",
                        "Referrer-Policy",
                        "X-Content-Type-Options",
                        "X-Correlation-Id")) {
            if (answer.header(header) == null) {
                wrong.add("%s: %d without %s".formatted(route, answer.statusCode(), header));
            }
        }
        if (!"no-store".equals(answer.header("Cache-Control"))) {
            wrong.add("%s: %d may be kept".formatted(route, answer.statusCode()));
        }
    }

    @Test
    @Tag("SEC-09")
    void noFormIsTakenWithoutItsKey() {
        people.person(name(Role.MAPPA_COORDINATOR), Role.MAPPA_COORDINATOR, AREA);
        var unsafe =
                ROUTES.stream()
                        .filter(route -> !route.isRead() && route.operation().needsSignIn())
                        .toList();
        assertThat(unsafe).isNotEmpty();
        for (var route : unsafe) {
            var allowed =
                    route.operation().needsRole()
                            ? route.operation().roles().iterator().next()
                            : Role.REFERRER;
            people.person(name(allowed), allowed, allowed == Role.SYSTEM_ADMIN ? null : AREA);
            var answer = call(route, as(name(allowed), route));
            assertThat(answer.statusCode()).as("%s without a key", route).isEqualTo(400);
        }
    }

    @Test
    @Tag("SEC-01")
    void theApiTakesNoSessionAndPagesTakeNoToken() {
        people.person(name(Role.MAPPA_COORDINATOR), Role.MAPPA_COORDINATOR, AREA);
        for (var route : ROUTES) {
            if (!route.operation().needsSignIn()) {
                continue;
            }
            var other =
                    route.isApi()
                            ? browser(name(Role.MAPPA_COORDINATOR))
                                    .cookie("q_session", "of a browser")
                            : program(name(Role.MAPPA_COORDINATOR));
            var answer = call(route, other);
            assertThat(answer.statusCode())
                    .as("%s with the other's credentials", route)
                    .isEqualTo(route.isApi() ? 401 : 302);
        }
    }
}
