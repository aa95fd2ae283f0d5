package mappa.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An engine whose clock a test moves, and a client that is connected to it the way the product is.
interface TestEngine extends AutoCloseable {

    String USER_TASK = "io.camunda.zeebe:userTask";

    /// Longer than any test moves the clock, so that a job is handed out once.
    Duration LEASE = Duration.ofDays(3_650);

    CamundaClient client();

    /// What the engine's clock says.
    Instant now();

    /// Afterwards every timer that came due meanwhile has fired, except by fractions of a second.
    void moveClock(Duration by);

    /// Waits until the engine has nothing more to do by itself.
    void settle();

    /// Ids of the elements that completed, in order.
    List<String> completedElements(long instance);

    List<String> terminatedElements(long instance);

    @Override
    void close();

    /// More patient than the product's: tests share the machine with whatever else runs.
    static CamundaClient clientOf(URI address) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(address)
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(60))
                .build();
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

    default void deploy(Path model) {
        try {
            deploy(model.getFileName().toString(), Files.readString(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    default void deploy(String name, String model) {
        client().newDeployResourceCommand()
                .addResourceBytes(model.getBytes(UTF_8), name)
                .send()
                .join();
    }

    default void publish(String message, UUID thing, Map<String, ?> variables) {
        client().newPublishMessageCommand()
                .messageName(message)
                .correlationKey(thing.toString())
                .timeToLive(Duration.ofDays(30))
                .variables(variables)
                .send()
                .join();
        settle();
    }

    /// Jobs of that type that have not been handed out before.
    default List<ActivatedJob> newJobs(String type) {
        return newJobs(type, Duration.ofSeconds(-1)); // do not wait for one to appear
    }

    /// The same, but waits some seconds for one to appear.
    default List<ActivatedJob> awaitJobs(String type) {
        return newJobs(type, Duration.ofSeconds(5));
    }

    private List<ActivatedJob> newJobs(String type, Duration wait) {
        return client().newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(100)
                .timeout(LEASE)
                .requestTimeout(wait)
                .send()
                .join()
                .getJobs();
    }

    default void complete(ActivatedJob job, Map<String, ?> variables) {
        client().newCompleteCommand(job.getKey()).variables(variables).send().join();
        settle();
    }

    /// Whether that job still waits, asked the way the product asks.
    default boolean isOpen(ActivatedJob job) {
        try {
            client().newUpdateRetriesCommand(job.getKey()).retries(job.getRetries()).send().join();
            return true;
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
