package mappa.load;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Eight people of one unit at work with board, calendar and workspace, in a database that [Fill]
/// has filled: each asks for the next page as soon as one is there.
///
/// `mappa.product` is the data folder of the running product, `mappa.pause` how many milliseconds
/// somebody looks at a page (none by default), `mappa.seconds` how long it is measured.
public class MeetingsSimulation extends Simulation {

    private static final int CLIENTS = 8;
    private static final int GOAL = 50; // ms
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    /// All read the same area; one person may well have several browsers.
    private static final List<String> PEOPLE =
            List.of("coordinator.a", "coordinator.b", "administrator", "deputy.coordinator");

    private static final List<String> PAGES =
            List.of("board", "month", "week", "list", "case", "meeting", "workspace", "live");

    private static final Duration MEASURED =
            Duration.ofSeconds(Integer.getInteger("mappa.seconds", 60));
    private static final Duration PAUSE = Duration.ofMillis(Integer.getInteger("mappa.pause", 0));

    private final JsonNode run = run();
    private final AtomicInteger client = new AtomicInteger();

    private static JsonNode run() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of(System.getProperty("mappa.product"), "run.json").toFile());
        } catch (IOException notRunning) {
            throw new UncheckedIOException(notRunning);
        }
    }

    private String password() {
        try {
            return Files.readString(Path.of(run.get("demoPasswordFile").asText())).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private ChainBuilder signIn() {
        return exec(session -> {
                    var number = client.getAndIncrement();
                    return session.set("number", number)
                            .set("person", PEOPLE.get(number % PEOPLE.size()));
                })
                .exec(
                        http("sign-in form")
                                .get("/home")
                                .check(css("form", "action").saveAs("signIn")))
                .exec(
                        http("sign in")
                                .post("#{signIn}")
                                .formParam("username", "#{person}")
                                .formParam("password", password())
                                .check(css("main h1").exists()))
                .exec(
                        http("find a case")
                                .get("/cases")
                                .check(
                                        regex("href=\"/cases/([0-9a-f-]{36})\"")
                                                .findRandom()
                                                .saveAs("case")))
                .exec(
                        http("find what goes on") // a unit's list begins with this morning
                                .get("/meetings")
                                .check(
                                        regex("href=\"/meetings/([0-9a-f-]{36})\"")
                                                .findAll()
                                                .saveAs("meetings")))
                .exec(
                        session ->
                                session.set(
                                        "meeting",
                                        session.<String>getList("meetings")
                                                .get(session.getInt("number"))));
    }

    private ChainBuilder work(String run) {
        return group(run)
                .on(
                        page("board", "/calendar?view=due"),
                        page("month", "/calendar?view=month"),
                        page("week", "/calendar?view=week"),
                        page("list", "/calendar?view=list"),
                        page("case", "/cases/#{case}"),
                        page("meeting", "/meetings/#{meeting}"),
                        page("workspace", "/meetings/#{meeting}/record/information"),
                        page("live", "/meetings/#{meeting}/record/information/entries"));
    }

    private static ChainBuilder page(String name, String path) {
        HttpRequestActionBuilder get = http(name).get(path).check(status().is(200));
        return PAUSE.isZero() ? exec(get) : exec(get).exec(pause(PAUSE));
    }

    {
        var people =
                scenario("a unit at work")
                        .exec(signIn())
                        .exitHereIfFailed() // a form that was refused would be asked for ever
                        .exec(during(WARM_UP).on(work("warm-up")))
                        .exec(during(MEASURED).on(work("measured")));
        setUp(people.injectOpen(rampUsers(CLIENTS).during(CLIENTS)))
                .protocols(http.baseUrl(run.get("address").asText()).disableCaching())
                .assertions(
                        PAGES.stream()
                                .map(
                                        page ->
                                                details("measured", page)
                                                        .responseTime()
                                                        .percentile3()
                                                        .lt(GOAL))
                                .toList());
    }
}
