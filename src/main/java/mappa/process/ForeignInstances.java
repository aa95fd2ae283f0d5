package mappa.process;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Instances that do not count: a second one of the same thing, or one that was not started here.
@ApplicationScoped
class ForeignInstances {

    private static final Logger LOG = Logger.getLogger(ForeignInstances.class);

    private final Counter cancelled;

    ForeignInstances(MeterRegistry meters) {
        cancelled =
                Counter.builder("mappa.process.drift")
                        .description("instances that PostgreSQL does not know, cancelled")
                        .tag("class", "extra")
                        .register(meters);
    }

    void cancel(CamundaClient commands, long instance) {
        LOG.warnf("Instance %d is not the one that counts; cancelled", instance);
        cancelled.increment();
        try {
            commands.newCancelInstanceCommand(instance).send().join(Engine.PATIENCE, SECONDS);
        } catch (ClientStatusException refused) {
            if (refused.getStatusCode() != Status.Code.NOT_FOUND) {
                throw refused;
            }
        }
    }

    double cancelled() {
        return cancelled.count();
    }
}
