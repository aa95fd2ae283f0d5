package mappa.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Happened;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.notice.NoticeQueue.Unsent;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// What an operator sees of the mails, and can do about those that did not leave.
@ApplicationScoped
@Transactional
public class NoticeService {

    private final NoticeQueue queue;
    private final AuditTrail audit;
    private final Clock clock;

    NoticeService(NoticeQueue queue, AuditTrail audit, Clock clock) {
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /// Mails that wait or have failed, in the order in which they were written.
    ///
    /// @param after id of the last one seen; null for the first
    List<Unsent> unsent(@Nullable UUID after, int limit, Actor actor) {
        return queue.unsent(after, limit);
    }

    /// Puts a failed mail back into the queue.
    ///
    /// @throws NotFound if there is none that has failed
    @Once
    public void sendAgain(UUID id, Actor actor) {
        if (!queue.revive(id, clock.instant())) {
            throw new NotFound(QueuedNotice.class);
        }
        audit.record(actor, new NoticeRevived(id));
    }

    /// An operator put a failed mail back into the queue.
    record NoticeRevived(UUID notice) implements Happened {
        @Override
        public Kind kind() {
            return Kind.ALTER;
        }

        @Override
        public List<UUID> subjects() {
            return List.of();
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("notice", notice);
        }
    }
}
