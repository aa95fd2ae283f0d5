package mappa.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is done once and for all, named by what it is: a reminder, an escalation, a notice.
///
/// Neither a job that is delivered again nor an instance that is built again repeats it.
@ApplicationScoped
public class Effects {

    private final EntityManager entities;
    private final Clock clock;

    Effects(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// Takes note of an effect, in the transaction that has it.
    ///
    /// @param kind for example `ballot-reminder`
    /// @param dueOn day that it is about, so that a moved date has its own; null where it has none
    /// @param recipient id of who gets it; null where it goes to nobody
    /// @return true the first time, false ever after
    public boolean isFirst(
            UUID thing, String kind, @Nullable LocalDate dueOn, @Nullable String recipient) {
        return entities.createNativeQuery(
                                """
                                insert into effect (thing_id, kind, due_on, recipient, at)
                                values (:thing, :kind, cast(:due as date), cast(:recipient as text), :now)
                                on conflict do nothing
                                """)
                        .setParameter("thing", thing)
                        .setParameter("kind", kind)
                        .setParameter("due", dueOn)
                        .setParameter("recipient", recipient)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    /// Whether it has been done.
    public boolean isDone(
            UUID thing, String kind, @Nullable LocalDate dueOn, @Nullable String recipient) {
        return !entities.createNativeQuery(
                        """
                        select 1 from effect
                        where thing_id = :thing and kind = :kind
                          and due_on is not distinct from cast(:due as date)
                          and recipient is not distinct from cast(:recipient as text)
                        """)
                .setParameter("thing", thing)
                .setParameter("kind", kind)
                .setParameter("due", dueOn)
                .setParameter("recipient", recipient)
                .getResultList()
                .isEmpty();
    }
}
