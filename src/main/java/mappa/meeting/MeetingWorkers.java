package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.process.Handles;
import org.jspecify.annotations.Nullable;

/// The jobs that `meeting-cycle` hands to this package.
@ApplicationScoped
class MeetingWorkers {

    private final MeetingService service;
    private final CurrentActor current;

    MeetingWorkers(MeetingService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    record DeadlinePassed(UUID cycleId) {}

    /// @param nextDeadlineAt when to ask next; null if nothing more is due
    record NextDeadline(@Nullable Instant nextDeadlineAt) {}

    /// Runs again after a crash, or too early: a deadline acts once for its day, and one that has
    /// not come does not act.
    @Handles("meeting.deadline-passed")
    NextDeadline passDeadlines(DeadlinePassed job) {
        return new NextDeadline(service.passDeadlines(job.cycleId(), current.get()).orElse(null));
    }
}
