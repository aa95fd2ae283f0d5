package mappa.process;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the engine must hear, kept in the transaction of the change and sent after its commit: at
/// least once, and for one thing in this order.
///
/// Variables are ids, codes (`ACCEPT_2`), numbers, dates, booleans, null, and lists of them;
/// anything else is refused with an IllegalArgumentException. An `Instant` becomes a date and time
/// with offset.
@ApplicationScoped
public class Outbox {

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final Event<OutboxFilled> filled;

    Outbox(
            EntityManager entities,
            TransactionSynchronizationRegistry transactions,
            Event<OutboxFilled> filled) {
        this.entities = entities;
        this.transactions = transactions;
        this.filled = filled;
    }

    /// Starts the process of a thing, once: a second instance of the same process is cancelled.
    ///
    /// @param variables among them the thing's own id: by it the engine's jobs are known to be
    ///   about this thing
    /// @param process id of the model, for example `referral-panel`
    /// @param message start message of the process, for example `referral.sent`
    public void start(
            UUID thing,
            String process,
            String message,
            Map<String, ? extends @Nullable Object> variables) {
        if (!variables.containsValue(thing)) {
            throw new IllegalArgumentException("a start whose variables lack the thing's id");
        }
        add(thing, "START", process, message, null, null, variables);
    }

    /// Tells the process of a thing that something happened; it is kept 30 days if nothing waits
    /// for it yet.
    ///
    /// @param name message of the model, for example `referral.ended`
    public void message(
            UUID thing, String name, Map<String, ? extends @Nullable Object> variables) {
        add(thing, "MESSAGE", null, name, null, null, variables);
    }

    /// Answers a task, also one that the engine has not asked yet: the answer then waits for the
    /// question, and what follows waits behind it.
    ///
    /// @param element id of the task in the model, for example `Task_Vote`
    /// @param round from 1
    /// @param seat null where the task is asked of nobody's seat
    public void complete(
            UUID thing,
            String element,
            int round,
            @Nullable String seat,
            Map<String, ? extends @Nullable Object> variables) {
        if (round < 1) {
            throw new IllegalArgumentException("rounds count from 1: " + round);
        }
        add(thing, "COMPLETE", null, element, round, seat, variables);
    }

    private void add(
            UUID thing,
            String command,
            @Nullable String process,
            String name,
            @Nullable Integer round,
            @Nullable String seat,
            Map<String, ? extends @Nullable Object> variables) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a command without a name");
        }
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("the engine is told in the transaction of the change");
        }
        var json = Variables.write(variables);
        // Holds the thing's row until commit: sequence and order of commit are the same.
        var sequence =
                entities.createNativeQuery(
                                """
                                insert into outbox_aggregate (thing_id, last_sequence) values (:thing, 1)
                                on conflict (thing_id) do update
                                    set last_sequence = outbox_aggregate.last_sequence + 1,
                                        due_at = least(outbox_aggregate.due_at, now())
                                returning last_sequence
                                """,
                                Long.class)
                        .setParameter("thing", thing)
                        .getSingleResult();
        entities.createNativeQuery(
                        """
                        insert into outbox (id, thing_id, sequence, command, process, name, round, seat, variables)
                        values (:id, :thing, :sequence, :command, cast(:process as text), :name,
                                cast(:round as integer), cast(:seat as text), cast(:variables as jsonb))
                        """)
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("thing", thing)
                .setParameter("sequence", sequence)
                .setParameter("command", command)
                .setParameter("process", process)
                .setParameter("name", name)
                .setParameter("round", round)
                .setParameter("seat", seat)
                .setParameter("variables", json)
                .executeUpdate();
        filled.fire(new OutboxFilled());
    }
}
