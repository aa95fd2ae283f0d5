package mappa.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.process.Handles;
import org.jspecify.annotations.Nullable;

/// The jobs that `referral-panel` hands to this package.
@ApplicationScoped
class ReferralWorkers {

    private final ReferralService service;
    private final CurrentActor current;

    ReferralWorkers(ReferralService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    record DeadlinePassed(UUID referralId) {}

    /// @param nextDeadlineAt when to ask next; null if nothing more is due
    record NextDeadline(@Nullable Instant nextDeadlineAt) {}

    /// Runs again after a crash, or too early: a deadline acts once for its day, and one that has
    /// not come does not act.
    @Handles("referral.deadline-passed")
    NextDeadline passDeadlines(DeadlinePassed job) {
        return new NextDeadline(
                service.passDeadlines(job.referralId(), current.get()).orElse(null));
    }
}
