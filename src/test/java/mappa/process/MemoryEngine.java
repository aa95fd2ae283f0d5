package mappa.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The in-memory engine with the models of this project, and a client that is connected to it the
/// way the product is.
final class MemoryEngine implements AutoCloseable {

    static final String USER_TASK = "io.camunda.zeebe:userTask";

    /// Longer than any test moves the clock, so that a job is handed out once.
    private static final Duration LEASE = Duration.ofDays(3_650);

    private final ZeebeTestEngine engine;
    private final CamundaClient client;
    private Duration moved = Duration.ZERO;

    MemoryEngine() {
        this(EngineFactory.create());
    }

    private MemoryEngine(ZeebeTestEngine engine) {
        this.engine = engine;
        engine.start();
        client = clientOf(address());
    }

    /// An engine in which everything in `bpmn/` is deployed.
    static MemoryEngine withModels() {
        var engine = new MemoryEngine();
        models().forEach(engine::deploy);
        return engine;
    }

    /// An empty engine at a port where somebody looks for it.
    static MemoryEngine at(int port) {
        return new MemoryEngine(EngineFactory.create(port));
    }

    /// Every model and decision table of this project.
    static List<Path> models() {
        try (var files = Files.list(Path.of("bpmn"))) {
            var models =
                    files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn)"))
                            .sorted()
                            .toList();
            if (models.isEmpty()) {
                throw new IllegalStateException("bpmn/ holds no model");
            }
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CamundaClient clientOf(URI address) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(address)
                .preferRestOverGrpc(false)
                .build();
    }

    URI address() {
        return URI.create("http://" + engine.getGatewayAddress());
    }

    CamundaClient client() {
        return client;
    }

    void deploy(Path model) {
        try {
            deploy(model.getFileName().toString(), Files.readString(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deploy(String name, String model) {
        client.newDeployResourceCommand()
                .addResourceBytes(model.getBytes(UTF_8), name)
                .send()
                .join();
    }

    void publish(String message, UUID thing, Map<String, ?> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(thing.toString())
                .timeToLive(Duration.ofDays(30))
                .variables(variables)
                .send()
                .join();
        settle();
    }

    /// Jobs of that type that have not been handed out before.
    List<ActivatedJob> newJobs(String type) {
        return newJobs(type, Duration.ofSeconds(-1)); // do not wait for one to appear
    }

    /// The same, but waits some seconds for one to appear.
    List<ActivatedJob> awaitJobs(String type) {
        return newJobs(type, Duration.ofSeconds(5));
    }

    private List<ActivatedJob> newJobs(String type, Duration wait) {
        return client.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(100)
                .timeout(LEASE)
                .requestTimeout(wait)
                .send()
                .join()
                .getJobs();
    }

    void complete(ActivatedJob job, Map<String, ?> variables) {
        client.newCompleteCommand(job.getKey()).variables(variables).send().join();
        settle();
    }

    /// Whether that job still waits, asked the way the product asks.
    boolean isOpen(ActivatedJob job) {
        try {
            client.newUpdateRetriesCommand(job.getKey()).retries(job.getRetries()).send().join();
            return true;
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /// What the engine's clock says.
    Instant now() {
        return Clock.systemUTC().instant().plus(moved);
    }

    void moveClock(Duration by) {
        engine.increaseTime(by);
        moved = moved.plus(by);
        settle();
    }

    /// Ids of the elements that completed, in order.
    List<String> completedElements(long instance) {
        return elements(instance, ProcessInstanceIntent.ELEMENT_COMPLETED);
    }

    List<String> terminatedElements(long instance) {
        return elements(instance, ProcessInstanceIntent.ELEMENT_TERMINATED);
    }

    /// Codes of the errors that workers have thrown.
    List<String> errorCodes() {
        return records()
                .filter(it -> it.getIntent() == JobIntent.ERROR_THROWN)
                .map(it -> ((JobRecordValue) it.getValue()).getErrorCode())
                .toList();
    }

    private List<String> elements(long instance, ProcessInstanceIntent intent) {
        var ids = new ArrayList<String>();
        for (var value : values(intent)) {
            if (value.getProcessInstanceKey() == instance) {
                ids.add(value.getElementId());
            }
        }
        return ids;
    }

    private List<ProcessInstanceRecordValue> values(ProcessInstanceIntent intent) {
        return records()
                .filter(it -> it.getIntent() == intent)
                .map(it -> (ProcessInstanceRecordValue) it.getValue())
                .toList();
    }

    private Stream<Record<?>> records() {
        return StreamSupport.stream(
                engine.getRecordStreamSource().getRecords().spliterator(), false);
    }

    private void settle() {
        try {
            engine.waitForIdleState(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new IllegalStateException("The engine did not come to rest", e);
        }
    }

    @Override
    public void close() {
        client.close();
        engine.stop();
    }
}
