package mappa.process;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// With the engine away the server is ready all the same, and says so: people work on, the outbox
/// waits.
@Readiness
@ApplicationScoped
class EngineCheck implements HealthCheck {

    private final Engine engine;
    private final OutboxDepth outbox;

    EngineCheck(Engine engine, OutboxDepth outbox) {
        this.engine = engine;
        this.outbox = outbox;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engine")
                .up()
                .withData("engine", engine.isPresent() ? "present" : "away")
                .withData("outboxWaiting", outbox.now().waiting())
                .withData("outboxStopped", outbox.now().poison())
                .build();
    }
}
