package mappa.levelone;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;

/// Tells of the reviews that are due: each in a transaction of its own, and nothing twice, however
/// many servers watch.
@ApplicationScoped
class LevelOneClock {

    private static final Actor SYSTEM = Actor.system("level-one");

    private final LevelOneWatchService service;
    private final CurrentActor current;

    LevelOneClock(LevelOneWatchService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    /// Takes over the cases that were at Level 1 before the service watched them.
    @ActivateRequestContext
    void adopt(@Observes StartupEvent event) {
        current.as(
                SYSTEM,
                () -> {
                    service.unwatched(SYSTEM).forEach(one -> service.recompute(one, SYSTEM));
                    return null;
                });
    }

    @Scheduled(every = "${mappa.dates.poll:10M}", delayed = "25s", concurrentExecution = SKIP)
    @ActivateRequestContext
    void watch() {
        current.as(
                SYSTEM,
                () -> {
                    service.asked(SYSTEM).forEach(one -> service.passDays(one, SYSTEM));
                    return null;
                });
    }
}
