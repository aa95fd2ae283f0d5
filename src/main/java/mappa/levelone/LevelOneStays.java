package mappa.levelone;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// All times at Level 1 with their reviews and prompts; the only place that queries them.
@ApplicationScoped
class LevelOneStays {

    /// After every day.
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String MINE =
            "(%s or %s)".formatted(readable("s.id"), readable("s.caseId"));

    private final EntityManager entities;

    LevelOneStays(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    LevelOneStay get(UUID id) {
        return entities
                .createQuery("from LevelOneStay s where s.id = :id and " + MINE, LevelOneStay.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(LevelOneStay.class));
    }

    /// As [#get], as it stands now, and nobody else changes it until the transaction ends.
    LevelOneStay lock(UUID id) {
        var found = get(id);
        entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /// What lasts of a case.
    Optional<LevelOneStay> open(UUID caseId) {
        return entities
                .createQuery(
                        "from LevelOneStay s where s.caseId = :case and s.endedOn is null and "
                                + MINE,
                        LevelOneStay.class)
                .setParameter("case", caseId)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<UUID> idsOfCase(UUID caseId) {
        return entities.createQuery(
                        "select s.id from LevelOneStay s where s.caseId = :case and " + MINE,
                        UUID.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// Those that last, soonest due first.
    ///
    /// @param after the last one of the part before; null for the first
    List<LevelOneStay> list(@Nullable UUID after, int most) {
        var query =
                entities.createQuery(
                                "from LevelOneStay s where s.endedOn is null and "
                                        + MINE
                                        + (after == null
                                                ? ""
                                                : " and (coalesce(s.dueOn, :never), s.id) > (:dueOn, :after)")
                                        + " order by s.dueOn nulls last, s.id",
                                LevelOneStay.class)
                        .setMaxResults(most);
        if (after != null) {
            query.setParameter("never", NEVER)
                    .setParameter("dueOn", get(after).dueOn().orElse(NEVER))
                    .setParameter("after", after);
        }
        return query.getResultList();
    }

    /// Reviews of a case, the last first; of its earlier times at Level 1, too.
    List<LevelOneReview> reviews(UUID caseId) {
        return entities.createQuery(
                        "from LevelOneReview r where r.caseId = :case order by r.heldOn desc, r.recordedAt desc",
                        LevelOneReview.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// Prompts of a case, the last first.
    List<ReferUpPrompt> prompts(UUID caseId) {
        return entities.createQuery(
                        "from ReferUpPrompt p where p.caseId = :case order by p.recordedAt desc, p.id desc",
                        ReferUpPrompt.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// How many prompts are open, by stay.
    Map<UUID, Long> openPrompts(Collection<UUID> stays) {
        if (stays.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery(
                        "select p.stayId, count(p) from ReferUpPrompt p where p.stayId in (:stays)"
                                + " and p.ending is null group by p.stayId",
                        Object[].class)
                .setParameter("stays", stays)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /// Ids of those of which somebody must be told on a day, in all areas: for the system.
    List<UUID> asked(LocalDate today) {
        return entities.createQuery(
                        "select s.id from LevelOneStay s where s.endedOn is null"
                                + " and s.askOn <= :today and s.told <> :late order by s.dueOn",
                        UUID.class)
                .setParameter("today", today)
                .setParameter("late", LevelOneStay.Told.LATE)
                .getResultList();
    }

    /// Cases at Level 1 that are watched, in all areas: for the system.
    List<UUID> cases() {
        return entities.createQuery(
                        "select s.caseId from LevelOneStay s where s.endedOn is null", UUID.class)
                .getResultList();
    }
}
