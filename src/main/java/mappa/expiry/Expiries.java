package mappa.expiry;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.NotFound;

/// All categories that end and what was decided; the only place that queries them.
@ApplicationScoped
class Expiries {

    private static final String MINE = readable("e.caseId");

    private final EntityManager entities;

    Expiries(EntityManager entities) {
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
    CategoryExpiry get(UUID id) {
        return entities
                .createQuery(
                        "from CategoryExpiry e where e.id = :id and " + MINE, CategoryExpiry.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(CategoryExpiry.class));
    }

    /// As [#get], as it stands now, and nobody else changes it until the transaction ends.
    CategoryExpiry lock(UUID id) {
        var found = get(id);
        entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /// What is open of a case.
    Optional<CategoryExpiry> open(UUID caseId) {
        return entities
                .createQuery(
                        "from CategoryExpiry e where e.caseId = :case and e.closedOn is null and "
                                + MINE,
                        CategoryExpiry.class)
                .setParameter("case", caseId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /// Everything of a case, the last first.
    List<CategoryExpiry> ofCase(UUID caseId) {
        return entities.createQuery(
                        "from CategoryExpiry e where e.caseId = :case and "
                                + MINE
                                + " order by e.id desc",
                        CategoryExpiry.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// Open ones until a day: what has passed undecided first, then the soonest.
    List<CategoryExpiry> board(LocalDate until, LocalDate today) {
        return entities.createQuery(
                        """
                        from CategoryExpiry e where e.closedOn is null and e.endsOn <= :until and %s
                        order by case when e.choice is null and e.endsOn <= :today then 0 else 1 end,
                          e.endsOn, e.reference
                        """
                                .formatted(MINE),
                        CategoryExpiry.class)
                .setParameter("until", until)
                .setParameter("today", today)
                .getResultList();
    }

    /// Decisions, the last first.
    List<ExpiryDecision> decisions(UUID expiry) {
        return entities.createQuery(
                        "from ExpiryDecision d where d.expiryId = :expiry order by d.decidedAt desc",
                        ExpiryDecision.class)
                .setParameter("expiry", expiry)
                .getResultList();
    }

    /// Ids of open ones until a day, in all areas: for the system.
    List<UUID> due(LocalDate until) {
        return entities.createQuery(
                        "select e.id from CategoryExpiry e where e.closedOn is null"
                                + " and e.endsOn <= :until order by e.endsOn",
                        UUID.class)
                .setParameter("until", until)
                .getResultList();
    }

    /// Cases with an open one, in all areas: for the system.
    List<UUID> cases() {
        return entities.createQuery(
                        "select e.caseId from CategoryExpiry e where e.closedOn is null",
                        UUID.class)
                .getResultList();
    }
}
