package mappa.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Happened;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// What an operator sees of the processes, and can do about those that stand still.
@ApplicationScoped
@Transactional
public class ProcessService {

    private final RelayQueue queue;
    private final AuditTrail audit;
    private final Event<OutboxFilled> filled;

    ProcessService(RelayQueue queue, AuditTrail audit, Event<OutboxFilled> filled) {
        this.queue = queue;
        this.audit = audit;
        this.filled = filled;
    }

    /// Commands that the engine refuses, one for each thing that stands still, in the order of
    /// their things' ids.
    ///
    /// @param after thing of the last one seen; null for the first
    List<RefusedCommand> refused(@Nullable UUID after, int limit, Actor actor) {
        return queue.refused(after, limit);
    }

    /// Sends the refused command of a thing again, and what waits behind it.
    ///
    /// @throws NotFound if the thing does not stand still
    @Once
    public void tryAgain(UUID thing, Actor actor) {
        if (!queue.tryAgain(thing)) {
            throw new NotFound(RefusedCommand.class);
        }
        audit.record(actor, new CommandTriedAgain(thing));
        filled.fire(new OutboxFilled());
    }

    /// An operator had a refused command sent again.
    record CommandTriedAgain(UUID thing) implements Happened {
        @Override
        public Kind kind() {
            return Kind.ALTER;
        }

        @Override
        public List<UUID> subjects() {
            return List.of(thing);
        }
    }
}
