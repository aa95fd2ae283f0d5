package mappa.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import mappa.identity.Actor;
import org.jboss.logging.MDC;

/// Collects what happens in a transaction and appends it in one statement as the last thing before
/// commit.
///
/// The head of an area's chain is locked by that statement, so nothing slow may follow it. If it
/// cannot be written the transaction fails: without the audit row there is no answer.
@ApplicationScoped
public class AuditTrail {

    /// Chain of what belongs to no area: administration of the whole service.
    public static final String NO_AREA = "-";

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transactions;
    private final TransactionManager manager;
    private final ObjectMapper json;
    private final Event<Happened> observers;
    private final DataSource database;
    private final Clock clock;

    AuditTrail(
            EntityManager entities,
            DataSource database,
            TransactionSynchronizationRegistry transactions,
            TransactionManager manager,
            ObjectMapper json,
            Event<Happened> observers,
            Clock clock) {
        this.entities = entities;
        this.database = database;
        this.transactions = transactions;
        this.manager = manager;
        this.json = json;
        this.observers = observers;
        this.clock = clock;
    }

    /// Keeps what happened and fires it to observers in the same transaction.
    ///
    /// @throws IllegalStateException outside a transaction
    public void record(Actor actor, Happened happened) {
        pending().add(row(actor, happened));
        observers.fire(happened);
    }

    private Pending pending() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException(
                    "an event is recorded in the transaction of its change");
        }
        var pending = (Pending) transactions.getResource(Pending.class);
        if (pending == null) {
            pending = new Pending();
            transactions.putResource(Pending.class, pending);
            register(pending);
        }
        return pending;
    }

    /// Before Hibernate's own, which is interposed: it gives the connection back, and nothing may
    /// take it again.
    private void register(Pending pending) {
        try {
            manager.getTransaction().registerSynchronization(pending);
        } catch (SystemException | RollbackException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Row row(Actor actor, Happened happened) {
        var area = happened.area() != null ? happened.area() : actor.area();
        var values = new LinkedHashMap<String, Object>();
        values.put("at", clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
        values.put("actorId", actor.person());
        values.put("systemJob", actor.isSystem() ? actor.name() : null);
        values.put("agencyId", actor.agency());
        values.put("role", actor.role() == null ? "NONE" : actor.role().name());
        values.put("operation", happened.kind().name());
        values.put("event", happened.name());
        values.put("subjectIds", happened.subjects());
        values.put("purpose", happened.purpose());
        values.put("route", MDC.get("route"));
        values.put("correlationId", MDC.get("correlationId"));
        values.put("detail", happened.detail());
        return new Row(area == null ? NO_AREA : area, values);
    }

    private record Row(String area, Map<String, Object> values) {}

    /// What the running transaction will append.
    private final class Pending implements Synchronization {

        private final List<Row> rows = new ArrayList<>();

        void add(Row row) {
            rows.add(row);
        }

        @Override
        public void beforeCompletion() {
            entities.flush(); // the change first: the chain's head is held for the commit alone
            rows.stream()
                    .map(Row::area)
                    .distinct()
                    .sorted() // one order for all, so that two areas in one transaction cannot wait
                    // for each other
                    .forEach(this::append);
        }

        private void append(String area) {
            var events =
                    rows.stream().filter(row -> row.area().equals(area)).map(Row::values).toList();
            // The transaction's own connection: within one, the pool gives the same to all.
            try (var connection = database.getConnection();
                    var append =
                            connection.prepareStatement(
                                    "select audit_append(?, cast(? as jsonb))")) {
                append.setString(1, area);
                append.setString(2, write(events));
                append.execute();
            } catch (SQLException refused) {
                throw new IllegalStateException("the audit cannot be written", refused);
            }
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private String write(List<Map<String, Object>> events) {
        try {
            return json.writeValueAsString(events);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
