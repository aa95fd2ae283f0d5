package mappa;

import static io.restassured.RestAssured.given;
import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mappa.identity.Role;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What those who run the service see of it: health, figures and logs, and nobody's name in any of
/// them.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class OperationsTest {

    private static final String CANARY = "Zzcanary";

    @Inject TestPeople people;

    private final Queue<LogRecord> logged = new ConcurrentLinkedQueue<>();
    private final Handler listener =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    if (line instanceof ExtLogRecord extended) {
                        extended.copyMdc();
                    }
                    logged.add(line);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        listener.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void isReadyWithTheEngineAwayAndSaysSo() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("engine"));
    }

    @Test
    void tellsFiguresWithoutNames() {
        people.person(CANARY, Role.MAPPA_COORDINATOR, "OP");
        browser(CANARY).get("/home").then().statusCode(200);
        browser(CANARY).get("/referrals/" + CANARY).then().statusCode(404);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("mappa_notices_pending"))
                .body(containsString("mappa_notices_oldest_pending_seconds"))
                .body(containsString("mappa_notices_uncertain_total"))
                .body(not(containsString(CANARY)));
    }

    @Test
    @Tag("SEC-20")
    @Tag("SEC-27")
    void logsNoNameAndShowsNoCauseWhenEverythingGoesWrong() throws SQLException {
        var member = people.person(CANARY + ".member", Role.MAPPA_COORDINATOR, "OP").name();
        browser(member).get("/people?surname=" + CANARY).then().statusCode(200);
        browser(member).get("/referrals?tab=" + CANARY + "&after=" + CANARY);
        form(member, "/people")
                .formParam("reason", "REFERRAL")
                .formParam("surname", CANARY)
                .formParam("identifier", CANARY)
                .post("/people/searches");
        search(member, Map.of("reason", "REFERRAL", "surname", CANARY + "a"))
                .then()
                .statusCode(201);
        search(member, Map.of("reason", CANARY, "surname", CANARY)).then().statusCode(400);
        program(member)
                .contentType("application/json")
                .body("{\"surname\": \"" + CANARY + "\"")
                .post("/api/people/searches")
                .then()
                .statusCode(400);

        // A row that the database refuses is told by it in full, unless it is asked not to.
        sql("alter table command_result add constraint broken check (key = 'x') not valid");
        try {
            var broken = search(member, Map.of("reason", "REFERRAL", "surname", CANARY + "b"));
            broken.then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("instance", equalTo(broken.header("X-Correlation-Id")))
                    .body(not(containsString(CANARY)))
                    .body(not(containsString("Exception")))
                    .body(not(containsString("command_result")))
                    .body(not(containsString("mappa.")));
            assertThat(logged)
                    .filteredOn(line -> line.getLevel().intValue() >= Level.SEVERE.intValue())
                    .anySatisfy(
                            line ->
                                    assertThat(((ExtLogRecord) line).getMdc("correlationId"))
                                            .isEqualTo(broken.header("X-Correlation-Id")));
        } finally {
            sql("alter table command_result drop constraint broken");
        }
        sql("alter table held_form add constraint broken check (path = 'x') not valid");
        try {
            var key = TestPeople.formKey(member, "/people");
            given().redirects()
                    .follow(false)
                    .formParam("formKey", key)
                    .formParam("surname", CANARY)
                    .post("/people/searches")
                    .then()
                    .statusCode(500)
                    .body(not(containsString(CANARY)))
                    .body(not(containsString("held_form")));
        } finally {
            sql("alter table held_form drop constraint broken");
        }

        assertThat(logged).as("something was logged").isNotEmpty();
        assertThat(logged.stream().map(OperationsTest::whole).toList())
                .noneMatch(line -> line.contains(CANARY))
                .noneMatch(line -> line.contains("Failing row"));
    }

    private static io.restassured.response.Response search(String name, Map<String, String> body) {
        return program(name)
                .contentType("application/json")
                .body(body)
                .post("/api/people/searches");
    }

    @Test
    @Tag("SEC-20")
    void aTypedTextCannotForgeALogLine() {
        browser("op.forger\nERROR forged").get("/home");
        browser("op.forger").header("X-Correlation-Id", "forged\nline").get("/home");
        assertThat(logged.stream().map(OperationsTest::whole).toList())
                .noneMatch(line -> line.contains("forged"));
    }

    /// The line with its parameters, its context and all causes.
    private static String whole(LogRecord line) {
        var text = new StringBuilder();
        if (line instanceof ExtLogRecord extended) {
            text.append(extended.getFormattedMessage()).append(extended.getMdcCopy());
        } else {
            text.append(line.getMessage());
        }
        for (var parameter :
                line.getParameters() == null ? List.of() : List.of(line.getParameters())) {
            text.append(' ').append(parameter);
        }
        for (var cause = line.getThrown(); cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause);
        }
        return text.toString();
    }

    private static void sql(String sql) throws SQLException {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
