package mappa.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.identity.Actor;
import org.jspecify.annotations.Nullable;

/// Does each step of a load once: its row commits with what it did, or neither does.
@ApplicationScoped
@Transactional
public class DemoService {

    private final EntityManager entities;
    private final Clock clock;

    DemoService(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// When the load began, now if it never did: all its dates are counted from there, also when it
    /// goes on another day.
    public Instant begin(String name, Actor actor) {
        claim(name, clock.instant());
        return (Instant)
                entities.createNativeQuery(
                                "select done_at from demo_step where name = :name", Instant.class)
                        .setParameter("name", name)
                        .getSingleResult();
    }

    /// Names of the steps that were done, now or in an earlier start.
    public Set<String> done(Actor actor) {
        @SuppressWarnings("unchecked")
        List<String> names =
                entities.createNativeQuery("select name from demo_step", String.class)
                        .getResultList();
        return new HashSet<>(names);
    }

    /// Ids that earlier steps made, by the steps' names.
    public Map<String, UUID> results(Actor actor) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                "select name, result from demo_step where result is not null",
                                Tuple.class)
                        .getResultList();
        var results = new HashMap<String, UUID>();
        rows.forEach(
                row -> results.put(row.get("name", String.class), row.get("result", UUID.class)));
        return results;
    }

    /// Does a step unless it was done; another server doing the same at this moment waits.
    ///
    /// @return what it made; null if nothing, or if it was done before
    public @Nullable UUID once(Step step, Actor actor) {
        if (!claim(step.name(), clock.instant())) {
            return null;
        }
        var result = step.work().by(actor);
        if (result != null) {
            entities.createNativeQuery("update demo_step set result = :result where name = :name")
                    .setParameter("result", result)
                    .setParameter("name", step.name())
                    .executeUpdate();
        }
        return result;
    }

    private boolean claim(String name, Instant at) {
        return entities.createNativeQuery(
                                """
                                insert into demo_step (name, done_at) values (:name, :at)
                                on conflict do nothing
                                """)
                        .setParameter("name", name)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }
}
