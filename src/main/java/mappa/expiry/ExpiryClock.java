package mappa.expiry;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;

/// Does what the days ask for: each case in a transaction of its own, and nothing twice, however
/// many servers watch.
@ApplicationScoped
class ExpiryClock {

    private static final Actor SYSTEM = Actor.system("category-expiry");

    private final ExpiryService service;
    private final CurrentActor current;

    ExpiryClock(ExpiryService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    /// Takes over the dates that were recorded before the service watched them.
    @ActivateRequestContext
    void adopt(@Observes StartupEvent event) {
        current.as(
                SYSTEM,
                () -> {
                    service.unwatched(SYSTEM).forEach(one -> service.recompute(one, SYSTEM));
                    return null;
                });
    }

    @Scheduled(every = "${mappa.dates.poll:10M}", delayed = "20s", concurrentExecution = SKIP)
    @ActivateRequestContext
    void watch() {
        current.as(
                SYSTEM,
                () -> {
                    service.due(SYSTEM).forEach(one -> service.passDays(one, SYSTEM));
                    return null;
                });
    }
}
