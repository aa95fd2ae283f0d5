package mappa.process;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.camunda.client.CamundaClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The connection to the engine: there or away. The server starts and serves without.
///
/// While it is away a new client is tried each time, because a kept one waits longer and longer
/// between its own attempts.
@ApplicationScoped
class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final Duration REQUEST = Duration.ofSeconds(10);

    /// Seconds after which an answer is given up, although a request ends by itself: one that was
    /// on its way when its client was closed never does.
    static final long PATIENCE = 15;

    private static final Duration PROBE = Duration.ofSeconds(3);

    /// A busy engine answers late now and then.
    private static final int FAILURES_UNTIL_AWAY = 3;

    private final ProcessSettings settings;
    private final Event<EngineFound> found;
    private final Event<EngineLost> lost;
    private volatile @Nullable CamundaClient client;
    private volatile boolean stopping;
    private int failures;

    Engine(ProcessSettings settings, Event<EngineFound> found, Event<EngineLost> lost) {
        this.settings = settings;
        this.found = found;
        this.lost = lost;
    }

    /// The engine can be talked to from now on.
    record EngineFound(CamundaClient client) {}

    /// It is away; what was opened on its client is to be closed.
    record EngineLost() {}

    /// Empty while the engine is away.
    Optional<CamundaClient> client() {
        return Optional.ofNullable(client);
    }

    boolean isPresent() {
        return client != null;
    }

    @Scheduled(every = "${mappa.process.watch:5S}", concurrentExecution = SKIP)
    synchronized void watch() {
        if (stopping) {
            return;
        }
        var current = client;
        if (current == null) {
            connect();
        } else if (answers(current)) {
            failures = 0;
        } else if (++failures >= FAILURES_UNTIL_AWAY) {
            LOG.warn("The engine is away; work goes on, the outbox waits");
            disconnect(current);
        }
    }

    private void connect() {
        var candidate =
                CamundaClient.newClientBuilder()
                        .grpcAddress(settings.engine())
                        .preferRestOverGrpc(false) // engines before 8.8 know no other
                        .defaultRequestTimeout(REQUEST)
                        .numJobWorkerExecutionThreads(4)
                        .build();
        if (!answers(candidate)) {
            candidate.close();
            return;
        }
        try {
            found.fire(new EngineFound(candidate));
        } catch (RuntimeException refused) {
            LOG.errorf(refused, "The engine is there but cannot be used");
            disconnect(candidate);
            return;
        }
        failures = 0;
        LOG.info("The engine is there");
    }

    /// Last of those who hear it: models are deployed and workers open before anything is sent.
    void use(@Observes @Priority(Integer.MAX_VALUE - 1) EngineFound engine) {
        client = engine.client();
    }

    private void disconnect(CamundaClient old) {
        client = null;
        failures = 0;
        lost.fire(new EngineLost());
        old.close();
    }

    private static boolean answers(CamundaClient candidate) {
        try {
            var topology =
                    candidate
                            .newTopologyRequest()
                            .requestTimeout(PROBE)
                            .send()
                            .join(PATIENCE, SECONDS);
            return topology.getBrokers().stream()
                    .anyMatch(broker -> !broker.getPartitions().isEmpty());
        } catch (RuntimeException away) {
            return false;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        stopNow();
    }

    private synchronized void stopNow() {
        var current = client;
        if (current != null) {
            disconnect(current);
        }
    }
}
