package mappa.departure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import mappa.rule.NotFound;
import mappa.rule.Rule;
import org.jspecify.annotations.Nullable;

/// All departures from guidance: what a feature asks before it refuses.
@ApplicationScoped
public class Departures {

    private final EntityManager entities;

    Departures(EntityManager entities) {
        this.entities = entities;
    }

    /// The departure that lets a step about a thing through on a day: one from its rule that was
    /// approved for that thing or, where the rule is not national, for its whole area. What is
    /// national no area departs from altogether (R-GOV-01).
    public Optional<UUID> standing(Rule rule, UUID thing, String area, LocalDate day) {
        var ofThing = ofThing(rule, thing, day);
        return ofThing.isPresent() || rule.kind() == Rule.Kind.NATIONAL
                ? ofThing
                : ofArea(rule, area, day);
    }

    /// Whether a departure from a rule, approved for that thing, stands on a day. Asked in the
    /// transaction of somebody who may see the thing; it lets the step through and leaves every
    /// figure as it is.
    public boolean allows(Rule rule, UUID thing, LocalDate day) {
        return ofThing(rule, thing, day).isPresent();
    }

    private Optional<UUID> ofThing(Rule rule, UUID thing, LocalDate day) {
        return entities
                .createQuery(
                        """
                        select d from Departure d, DepartureDetail e
                        where e.id = d.id and e.thingId = ?1 and d.rule = ?2
                        """,
                        Departure.class)
                .setParameter(1, thing)
                .setParameter(2, rule.id())
                .getResultList()
                .stream()
                .filter(departure -> departure.allowsOn(day))
                .map(Departure::id)
                .findFirst();
    }

    /// As [#allows], for what an area does differently altogether.
    public boolean allowsInArea(Rule rule, String area, LocalDate day) {
        return ofArea(rule, area, day).isPresent();
    }

    private Optional<UUID> ofArea(Rule rule, String area, LocalDate day) {
        return entities
                .createQuery(
                        """
                        select d from Departure d, DepartureDetail e
                        where e.id = d.id and e.thingId is null and d.area = ?1 and d.rule = ?2
                        """,
                        Departure.class)
                .setParameter(1, area)
                .setParameter(2, rule.id())
                .getResultList()
                .stream()
                .filter(departure -> departure.allowsOn(day))
                .map(Departure::id)
                .findFirst();
    }

    /// @param after the departure with which the page before ended; null for the first
    List<Departure> page(String area, @Nullable UUID after, int size) {
        return entities.createQuery(
                        """
                        from Departure d where d.area = :area
                          and (:after is null or exists (
                            select 1 from Departure b where b.id = :after
                              and (d.recordedAt < b.recordedAt
                                or (d.recordedAt = b.recordedAt and d.id < b.id))))
                        order by d.recordedAt desc, d.id desc
                        """,
                        Departure.class)
                .setParameter("area", area)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }

    /// Details that the actor of the transaction may see, by departure.
    Map<UUID, DepartureDetail> details(Collection<UUID> departures) {
        if (departures.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery("from DepartureDetail where id in (?1)", DepartureDetail.class)
                .setParameter(1, departures)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(DepartureDetail::id, Function.identity()));
    }

    /// @throws NotFound if the area has none with that id
    Departure get(UUID id, String area) {
        return Optional.ofNullable(entities.find(Departure.class, id))
                .filter(departure -> departure.area().equals(area))
                .orElseThrow(() -> new NotFound(Departure.class));
    }

    void add(Object row) {
        entities.persist(row);
        entities.flush();
    }
}
