package mappa.meeting;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;
import mappa.task.WorkItemService;

/// Takes over, when the server starts, the cases that were accepted while no process arranged their
/// meetings: each had the work 'Arrange the first meeting' without one (DECISIONS 4).
@ApplicationScoped
class MeetingAdoption {

    private static final Actor SYSTEM = Actor.system("meeting-adoption");

    private final MeetingService service;
    private final WorkItemService tasks;
    private final CurrentActor current;

    MeetingAdoption(MeetingService service, WorkItemService tasks, CurrentActor current) {
        this.service = service;
        this.tasks = tasks;
        this.current = current;
    }

    @ActivateRequestContext
    void adopt(@Observes StartupEvent event) {
        adopt();
    }

    /// Each in a transaction of its own; one that another server takes over meanwhile, or that was
    /// taken over before a crash, is nothing to do any more.
    void adopt() {
        current.as(
                SYSTEM,
                () -> {
                    tasks.openWork(MeetingService.ARRANGE_WITHOUT_PROCESS, SYSTEM)
                            .forEach(work -> service.adopt(work, SYSTEM));
                    return null;
                });
    }
}
