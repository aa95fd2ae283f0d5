package mappa.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.SecretKeys;

/// What somebody had typed when their session ended: encrypted, given back to them alone, never
/// sent by itself.
@ApplicationScoped
@Transactional
public class HeldForms {

    private static final Duration KEPT = Duration.ofHours(24);

    private final EntityManager entities;
    private final SecretKeys keys;
    private final CurrentActor current;
    private final ObjectMapper json;
    private final RoutingContext routing;
    private final Clock clock;

    HeldForms(
            EntityManager entities,
            SecretKeys keys,
            CurrentActor current,
            ObjectMapper json,
            RoutingContext routing,
            Clock clock) {
        this.entities = entities;
        this.keys = keys;
        this.current = current;
        this.json = json;
        this.routing = routing;
        this.clock = clock;
    }

    /// Keeps a form for the person to whom its key was given.
    ///
    /// @return id under which they get it back
    UUID hold(UUID person, String path, Form form) {
        var id = UuidCreator.getTimeOrderedEpoch();
        entities.createNativeQuery("delete from held_form where at < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
        entities.createNativeQuery(
                        "insert into held_form (id, user_id, path, body, at) values (:id, :person, :path, :body, :now)")
                .setParameter("id", id)
                .setParameter("person", person)
                .setParameter("path", path)
                .setParameter("body", keys.seal(write(form), "held_form:" + id))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return id;
    }

    /// Path of the page on which a held form is shown again; empty if it is not the actor's, or
    /// gone.
    public Optional<String> path(UUID id) {
        return row(id).map(row -> row.get("path", String.class));
    }

    /// The held form that this request asks for with `held=<id>`, if it is the actor's.
    Optional<String> takenBack() {
        var asked = routing.request().getParam("held");
        if (asked == null || !current.isSet() || current.get().person() == null) {
            return Optional.empty();
        }
        try {
            var id = UUID.fromString(asked);
            return row(id).map(row -> keys.open(row.get("body", byte[].class), "held_form:" + id));
        } catch (IllegalArgumentException typed) {
            return Optional.empty();
        }
    }

    private Optional<Tuple> row(UUID id) {
        return entities
                .createNativeQuery(
                        """
                        select path as path, body as body from held_form
                        where id = :id and user_id = :person and at > :since
                        """,
                        Tuple.class)
                .setParameter("id", id)
                .setParameter("person", current.get().personId())
                .setParameter("since", clock.instant().minus(KEPT))
                .getResultList()
                .stream()
                .findFirst()
                .map(Tuple.class::cast);
    }

    private String write(Form form) {
        try {
            return json.writeValueAsString(form.sent());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
