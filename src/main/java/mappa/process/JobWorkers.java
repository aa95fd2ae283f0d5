package mappa.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Opens a worker for each type of job while the engine is there.
@ApplicationScoped
class JobWorkers {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final UserTaskWorker userTasks;
    private final FeatureWorkers features;
    private final ProcessSettings settings;
    private final List<JobWorker> open = new ArrayList<>();

    JobWorkers(UserTaskWorker userTasks, FeatureWorkers features, ProcessSettings settings) {
        this.userTasks = userTasks;
        this.features = features;
        this.settings = settings;
    }

    synchronized void open(@Observes @Priority(1000) Engine.EngineFound engine) {
        var client = engine.client();
        open.add(openUserTasks(client));
        features.byType().keySet().forEach(type -> open.add(openFeature(client, type)));
    }

    private JobWorker openUserTasks(CamundaClient client) {
        return client.newWorker()
                .jobType(settings.userTaskType())
                .handler((worker, job) -> userTasks.handle(job, client))
                .name("case-meetings")
                .timeout(settings.firstLease())
                .streamEnabled(true)
                .open();
    }

    private JobWorker openFeature(CamundaClient client, String type) {
        return client.newWorker()
                .jobType(type)
                .handler((worker, job) -> features.handle(type, job, client))
                .name("case-meetings")
                .timeout(LEASE)
                .streamEnabled(true)
                .open();
    }

    synchronized void close(@Observes Engine.EngineLost engine) {
        open.forEach(JobWorker::close);
        open.clear();
    }
}
