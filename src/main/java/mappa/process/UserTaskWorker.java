package mappa.process;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Turns the engine's tasks for people into work, and never fails one: it is handed over again when
/// its lease ends.
///
/// Running it twice is safe: a task is the same work whatever number it has.
@ApplicationScoped
class UserTaskWorker {

    static final String OPEN = "engine.open-task";
    static final String WITHDRAW = "engine.withdraw-task";

    private static final Logger LOG = Logger.getLogger(UserTaskWorker.class);

    /// ARCHITECTURE 5: tasks looked for in a second by the sweep.
    private static final int SWEPT = 5;

    private final EngineJobs jobs;
    private final UserTasks tasks;
    private final Relay relay;
    private final Engine engine;
    private final JobContext context;
    private final ForeignInstances foreign;
    private final ProcessSettings settings;

    UserTaskWorker(
            EngineJobs jobs,
            UserTasks tasks,
            Relay relay,
            Engine engine,
            JobContext context,
            ForeignInstances foreign,
            ProcessSettings settings) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.relay = relay;
        this.engine = engine;
        this.context = context;
        this.foreign = foreign;
        this.settings = settings;
    }

    void handle(ActivatedJob job, CamundaClient commands) {
        try {
            var variables = job.getVariablesAsMap();
            var round = variables.get("round") instanceof Number number ? number.intValue() : 1;
            var seat = variables.get("seat") instanceof String text ? text : null;
            var arrived =
                    new EngineJobs.Job(
                            job.getKey(),
                            job.getProcessInstanceKey(),
                            job.getBpmnProcessId(),
                            job.getRetries(),
                            variables);
            switch (jobs.arrived(arrived, job.getElementId(), round, seat)) {
                case EngineJobs.Arrival.Foreign() ->
                        foreign.cancel(commands, job.getProcessInstanceKey());
                case EngineJobs.Arrival.AnswerWaits(var thing) -> {
                    relay.wake();
                    lookForSiblings(thing, job, commands);
                }
                case EngineJobs.Arrival.Answered(var thing, var answer) -> {
                    complete(commands, job.getKey(), answer);
                    lookForSiblings(thing, job, commands);
                }
                case EngineJobs.Arrival.New(var thing) -> {
                    ask(task(thing, job, round, seat), job, commands);
                    lookForSiblings(thing, job, commands);
                }
            }
        } catch (RuntimeException notKept) {
            LOG.errorf(
                    notKept,
                    "Task %s (job %d) not kept; it comes again",
                    job.getElementId(),
                    job.getKey());
        }
    }

    /// That a task of an instance is asked may mean that others are asked no longer.
    private void lookForSiblings(UUID thing, ActivatedJob job, CamundaClient commands) {
        try {
            for (var sibling : jobs.siblings(thing, job.getProcessInstanceKey(), job.getKey())) {
                lookFor(sibling, commands);
            }
        } catch (RuntimeException interrupted) {
            LOG.warnf("Siblings of job %d left to the sweep: %s", job.getKey(), interrupted);
        }
    }

    private static UserTask task(UUID thing, ActivatedJob job, int round, @Nullable String seat) {
        var headers = job.getCustomHeaders();
        return new UserTask(
                thing,
                job.getBpmnProcessId(),
                job.getElementId(),
                round,
                seat,
                headers.getOrDefault("taskKind", job.getElementId()),
                headers.get("candidateRole"));
    }

    private void ask(UserTask task, ActivatedJob job, CamundaClient commands) {
        switch (context.run(OPEN, job.getKey(), () -> tasks.asked(task))) {
            case UserTasks.Reply.Waits() -> hold(commands, job.getKey());
            case UserTasks.Reply.Done(Map<String, ? extends @Nullable Object> variables) ->
                    complete(commands, job.getKey(), Variables.write(variables));
        }
    }

    /// The task is kept here: from now on the engine need not hand it over again for long.
    private void hold(CamundaClient commands, long job) {
        try {
            commands.newUpdateTimeoutCommand(job)
                    .timeout(lease())
                    .send()
                    .join(Engine.PATIENCE, SECONDS);
        } catch (ClientStatusException gone) {
            // Completed or withdrawn meanwhile; a later look finds out.
            LOG.debugf("Job %d not held: %s", job, gone.getStatusCode());
        }
    }

    private Duration lease() {
        var lease = settings.lease().toMillis();
        return Duration.ofMillis(
                lease - lease / 5 + ThreadLocalRandom.current().nextLong(lease * 2 / 5 + 1));
    }

    private static void complete(CamundaClient commands, long job, String variables) {
        try {
            commands.newCompleteCommand(job)
                    .variables(variables)
                    .send()
                    .join(Engine.PATIENCE, SECONDS);
        } catch (ClientStatusException refused) {
            if (refused.getStatusCode() != Status.Code.NOT_FOUND) {
                throw refused;
            }
        }
    }

    /// Asks the engine whether it still asks; what it asks no longer is taken off the list.
    private void lookFor(EngineJobs.Open task, CamundaClient commands) {
        if (!isOpen(task, commands) && jobs.gone(task)) {
            context.run(
                    WITHDRAW,
                    task.job(),
                    () -> {
                        tasks.gone(task.thing(), task.element(), task.round(), task.seat());
                        return null;
                    });
            relay.wake();
        }
    }

    /// With the task's own retries, so that nothing changes.
    private static boolean isOpen(EngineJobs.Open task, CamundaClient commands) {
        try {
            commands.newUpdateRetriesCommand(task.job())
                    .retries(task.retries())
                    .send()
                    .join(Engine.PATIENCE, SECONDS);
            return true;
        } catch (ClientStatusException refused) {
            if (refused.getStatusCode() == Status.Code.NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    /// Finds what was withdrawn without any other task to show it.
    @Scheduled(every = "1s", concurrentExecution = SKIP)
    void sweep() {
        var client = engine.client();
        if (client.isEmpty()) {
            return;
        }
        try {
            for (var task : jobs.notLookedForSince(settings.sweep(), SWEPT)) {
                lookFor(task, client.get());
            }
        } catch (RuntimeException interrupted) {
            LOG.warnf("Sweep interrupted: %s", interrupted.getMessage());
        }
    }
}
