package mappa.process;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;
import org.jboss.logging.MDC;

/// Carries work of the engine into the product: a request of its own, in which the system acts in
/// one of its jobs.
@ApplicationScoped
class JobContext {

    private final CurrentActor current;

    JobContext(CurrentActor current) {
        this.current = current;
    }

    /// @param job names the system in the audit
    /// @param number of the engine's job, which stands in log lines and audit rows
    <T> T run(String job, long number, Supplier<T> work) {
        var request = Arc.container().requestContext();
        var around = request.getStateIfActive(); // of the scheduler, when it looks for tasks
        request.activate();
        MDC.put("correlationId", "job-" + number);
        MDC.put("route", job);
        try {
            return current.as(Actor.system(job), work);
        } finally {
            MDC.remove("route");
            MDC.remove("correlationId");
            request.terminate();
            if (around != null) {
                request.activate(around);
            }
        }
    }
}
