package mappa.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionInfo;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import mappa.whole.Launch;

/// The broker of `deploy/up` alone, with a clock that can be moved, and everything that it says of
/// itself.
///
/// Its own exporter for Elasticsearch sends each event here as it happens: no other part of the
/// broker tells which elements a process went through.
final class Broker implements TestEngine {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "mark";
    private static final String WAITER = "waiter";

    private final List<JsonNode> events = new ArrayList<>();
    private final HttpServer exported;
    private final Launch launch;
    private final URI clock;
    private final CamundaClient client;
    private Duration moved = Duration.ZERO;

    private Broker() throws IOException {
        exported = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        exported.createContext("/", this::keep);
        exported.setExecutor(Executors.newSingleThreadExecutor());
        exported.start();
        launch = Launch.of(options(exported.getAddress().getPort()));
        var ports = launch.run().get("ports");
        clock =
                URI.create(
                        "http://127.0.0.1:%d/actuator/clock/add"
                                .formatted(ports.get("zeebe-management").asInt()));
        client = TestEngine.clientOf(URI.create("http://127.0.0.1:" + ports.get("zeebe").asInt()));
    }

    private static List<String> options(int exported) {
        var options = new ArrayList<>(List.of("--only-zeebe"));
        var exporter = "ZEEBE_BROKER_EXPORTERS_TEST_";
        for (var setting :
                List.of(
                        "ZEEBE_CLOCK_CONTROLLED=true",
                        exporter + "CLASSNAME=io.camunda.zeebe.exporter.ElasticsearchExporter",
                        exporter + "ARGS_URL=http://127.0.0.1:" + exported,
                        exporter + "ARGS_BULK_SIZE=1",
                        exporter + "ARGS_INDEX_CREATETEMPLATE=false")) {
            options.addAll(List.of("--zeebe-setting", setting));
        }
        return options;
    }

    /// A broker in which everything in `bpmn/` is deployed.
    static Broker withModels() {
        try {
            var broker = new Broker();
            broker.awaitLeader();
            TestEngine.models().forEach(broker::deploy);
            broker.deploy(
                    WAITER + ".bpmn",
                    Bpmn.convertToString(
                            Bpmn.createExecutableProcess(WAITER)
                                    .startEvent()
                                    .intermediateCatchEvent()
                                    .timerWithDateExpression("date and time(until)")
                                    .endEvent()
                                    .done()));
            return broker;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// It is ready a moment before its gateway knows so.
    private void awaitLeader() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (client.newTopologyRequest().send().join().getBrokers().stream()
                .flatMap(broker -> broker.getPartitions().stream())
                .noneMatch(PartitionInfo::isLeader)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no leader within " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /// A bulk request: lines of what to do and of what with by turns.
    private void keep(HttpExchange exchange) throws IOException {
        try (exchange) {
            var lines = new String(exchange.getRequestBody().readAllBytes()).split("\n");
            synchronized (events) {
                for (var line = 1; line < lines.length; line += 2) {
                    events.add(JSON.readTree(lines[line]));
                }
                events.notifyAll();
            }
            var answer = "{\"took\":0,\"errors\":false,\"items\":[]}".getBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public CamundaClient client() {
        return client;
    }

    @Override
    public Instant now() {
        return Clock.systemUTC().instant().plus(moved);
    }

    /// A timer due at the very end of the move is the last to fire: when it has, so have all
    /// others.
    @Override
    public void moveClock(Duration by) {
        var waiter =
                client.newCreateInstanceCommand()
                        .bpmnProcessId(WAITER)
                        .latestVersion()
                        .variables(
                                Map.of("until", now().plus(by).atOffset(ZoneOffset.UTC).toString()))
                        .send()
                        .join()
                        .getProcessInstanceKey();
        addToClock(by);
        moved = moved.plus(by);
        await(
                "the timers have fired",
                event ->
                        isOf(event, waiter, "ELEMENT_COMPLETED")
                                && elementOf(event).equals(WAITER));
        settle();
    }

    private void addToClock(Duration by) {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(clock)
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"offsetMilli\":%d}"
                                                            .formatted(by.toMillis())))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the clock was not moved: " + answer.body());
            }
        } catch (IOException | InterruptedException away) {
            throw new IllegalStateException(away);
        }
    }

    /// Sends marks through the broker until nothing else happened between three of them.
    @Override
    public void settle() {
        for (var quiet = 0; quiet < 2; ) {
            var before = othersThanMarks();
            mark();
            quiet = othersThanMarks() == before ? quiet + 1 : 0;
        }
    }

    private void mark() {
        var id = UUID.randomUUID().toString();
        client.newPublishMessageCommand()
                .messageName(MARK)
                .correlationKey(MARK)
                .messageId(id)
                .timeToLive(Duration.ZERO)
                .send()
                .join();
        await("a mark comes through", event -> id.equals(event.at("/value/messageId").asText()));
    }

    private long othersThanMarks() {
        synchronized (events) {
            return events.stream()
                    .filter(event -> !MARK.equals(event.at("/value/name").asText()))
                    .count();
        }
    }

    private void await(String what, Predicate<JsonNode> happened) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (events) {
            while (events.stream().noneMatch(happened)) {
                var left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new IllegalStateException("not within " + PATIENCE + ": " + what);
                }
                try {
                    events.wait(left);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stopped);
                }
            }
        }
    }

    @Override
    public List<String> completedElements(long instance) {
        return elements(instance, "ELEMENT_COMPLETED");
    }

    @Override
    public List<String> terminatedElements(long instance) {
        return elements(instance, "ELEMENT_TERMINATED");
    }

    private List<String> elements(long instance, String intent) {
        synchronized (events) {
            return events.stream()
                    .filter(event -> isOf(event, instance, intent))
                    .map(Broker::elementOf)
                    .toList();
        }
    }

    private static boolean isOf(JsonNode event, long instance, String intent) {
        return event.path("valueType").asText().equals("PROCESS_INSTANCE")
                && event.path("intent").asText().equals(intent)
                && event.at("/value/processInstanceKey").asLong() == instance;
    }

    private static String elementOf(JsonNode event) {
        return event.at("/value/elementId").asText();
    }

    @Override
    public void close() {
        client.close();
        launch.stop();
        exported.stop(0);
    }
}
