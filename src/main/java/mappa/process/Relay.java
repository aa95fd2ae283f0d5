package mappa.process;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import mappa.process.RelayQueue.Command;
import org.jboss.logging.Logger;

/// Sends what stands in the outbox: at least once, the commands of one thing in order, several
/// things at the same time.
///
/// Sending again after a crash is safe: a message is known to the engine by its id, and a task is
/// completed by its number once.
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /// ARCHITECTURE 6: for how long the engine keeps a message that nothing waits for.
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /// The engine is away or busy: no fault of the command, tried until it goes through.
    private static final Set<Status.Code> PASSING =
            EnumSet.of(
                    Status.Code.UNAVAILABLE,
                    Status.Code.DEADLINE_EXCEEDED,
                    Status.Code.RESOURCE_EXHAUSTED,
                    Status.Code.ABORTED,
                    Status.Code.CANCELLED);

    private final RelayQueue queue;
    private final Engine engine;
    private final ProcessSettings settings;
    private final UUID id = UUID.randomUUID();
    private final Semaphore free;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ExecutorService dispatcher =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("relay").factory());
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

    Relay(RelayQueue queue, Engine engine, ProcessSettings settings) {
        this.queue = queue;
        this.engine = engine;
        this.settings = settings;
        this.free = new Semaphore(settings.inFlight());
    }

    void onFilled(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxFilled filled) {
        wake();
    }

    void onFound(@Observes @Priority(Integer.MAX_VALUE) Engine.EngineFound found) {
        queue.dueNow();
        wake();
    }

    @Scheduled(every = "${mappa.process.poll:5S}", concurrentExecution = SKIP)
    void poll() {
        wake();
    }

    /// Looks for something to send, soon; many calls at once become one look.
    void wake() {
        if (engine.isPresent() && woken.compareAndSet(false, true)) {
            try {
                dispatcher.execute(this::dispatch);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("not sending any more");
            }
        }
    }

    private void dispatch() {
        woken.set(false);
        while (free.tryAcquire()) { // else whoever ends looks again
            var thing = lease();
            if (thing.isEmpty()) {
                free.release();
                return;
            }
            senders.execute(() -> sendAllOf(thing.get()));
        }
    }

    private void sendAllOf(UUID thing) {
        try {
            drain(thing);
        } finally {
            free.release();
            wake();
        }
    }

    private Optional<UUID> lease() {
        try {
            return queue.lease(id);
        } catch (RuntimeException databaseAway) {
            LOG.warnf("Outbox not readable: %s", databaseAway.getMessage());
            return Optional.empty();
        }
    }

    private void drain(UUID thing) {
        try {
            while (true) {
                var client = engine.client();
                var command = client.isEmpty() ? null : queue.next(thing, id).orElse(null);
                if (command == null) {
                    queue.release(thing, id);
                    return;
                }
                if (!send(command, client.orElseThrow())) {
                    return;
                }
            }
        } catch (RuntimeException databaseAway) {
            // The lease runs out and the command is sent again.
            LOG.warnf("Relay of %s interrupted: %s", thing, databaseAway.getMessage());
        }
    }

    /// @return whether the next command of the thing may follow
    private boolean send(Command command, CamundaClient client) {
        if (command.waitsForItsQuestion()) {
            return !queue.awaitQuestion(command, id);
        }
        if (command.gone()) {
            queue.sent(command, id, "GONE");
            return true;
        }
        try {
            tell(command, client);
        } catch (RuntimeException failure) {
            return failed(command, failure);
        }
        queue.sent(command, id, null);
        return true;
    }

    private void tell(Command command, CamundaClient client) {
        switch (command.kind()) {
            case START, MESSAGE ->
                    client.newPublishMessageCommand()
                            .messageName(command.name())
                            .correlationKey(command.thing().toString())
                            .messageId(command.id().toString())
                            .timeToLive(KEPT)
                            .variables(command.variables())
                            .send()
                            .join(Engine.PATIENCE, SECONDS);
            case COMPLETE -> {
                var job = command.job();
                if (job == null) {
                    throw new IllegalStateException("an answer without its question");
                }
                client.newCompleteCommand(job)
                        .variables(command.variables())
                        .send()
                        .join(Engine.PATIENCE, SECONDS);
            }
        }
    }

    private boolean failed(Command command, RuntimeException failure) {
        var status =
                failure instanceof ClientStatusException refused
                        ? refused.getStatusCode()
                        : Status.Code.UNAVAILABLE;
        if (status == Status.Code.ALREADY_EXISTS) { // a message sent before a crash
            queue.sent(command, id, null);
            return true;
        }
        if (status == Status.Code.NOT_FOUND && command.kind() == Command.Kind.COMPLETE) {
            // Completed before a crash, or withdrawn: perhaps already done (ARCHITECTURE 5).
            queue.sent(command, id, status.name());
            return true;
        }
        if (!PASSING.contains(status) && command.attempts() + 1 >= settings.poisonAfter()) {
            LOG.errorf(
                    "Command %s of %s is refused by the engine: %s; its thing stops",
                    command.id(), command.thing(), status);
            queue.poison(command, id, status.name());
            return false;
        }
        queue.retry(command, id, pause(command.attempts()), status.name());
        return false;
    }

    /// Doubles with each attempt, and differs by up to a half so that not all come back at once.
    private static Duration pause(int attempts) {
        var whole = Math.min(LONGEST_PAUSE.toMillis(), 250L << Math.min(attempts, 10));
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    void stop(@Observes ShutdownEvent event) {
        dispatcher.shutdown();
        senders.shutdown();
    }
}
