package mappa.identity;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.util.Objects;
import java.util.stream.Collectors;

/// Tells the database, as each transaction begins, who acts in it: row-level security shows nothing
/// without (SEC-05).
@ApplicationScoped
class TransactionContext {

    private final EntityManager entities;
    private final CurrentActor current;

    TransactionContext(EntityManager entities, CurrentActor current) {
        this.entities = entities;
        this.current = current;
    }

    void begin(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        if (!Arc.container().requestContext().isActive() || !current.isSet()) {
            return; // nobody acts, nothing can be read
        }
        var actor = current.get();
        var areas =
                actor.appointments().stream()
                        .map(Appointment::area)
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(","));
        entities.createNativeQuery(
                        """
                        select set_config('mappa.principals', :principals, true),
                               set_config('mappa.person', :person, true),
                               set_config('mappa.areas', :areas, true),
                               set_config('mappa.system', :system, true)
                        """)
                .setParameter("principals", String.join(",", actor.principals()))
                .setParameter("person", actor.isSystem() ? "" : actor.personId().toString())
                .setParameter("areas", areas)
                .setParameter("system", Boolean.toString(actor.isSystem()))
                .getSingleResult();
    }
}
