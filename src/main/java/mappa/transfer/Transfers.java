package mappa.transfer;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.NotFound;

/// All transfers; the only place that queries them.
@ApplicationScoped
class Transfers {

    private static final String MINE = readable("t.id");

    private final EntityManager entities;

    Transfers(EntityManager entities) {
        this.entities = entities;
    }

    void add(Transfer transfer) {
        entities.persist(transfer);
        entities.flush();
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    Transfer get(UUID id) {
        return one(id, LockModeType.NONE);
    }

    /// As [#get], for a command: another on the same transfer waits until this one has committed.
    Transfer lock(UUID id) {
        return one(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Id of the case; nothing is loaded that would be old once it is locked.
    ///
    /// @throws NotFound as [#get]
    UUID caseOf(UUID id) {
        return entities
                .createQuery(
                        "select t.caseId from Transfer t where t.id = :id and " + MINE, UUID.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(Transfer.class));
    }

    private Transfer one(UUID id, LockModeType lock) {
        return entities
                .createQuery(
                        "select t from Transfer t where t.id = :id and " + MINE, Transfer.class)
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(Transfer.class));
    }

    /// Offers that wait for an answer first, then the last offered.
    List<Transfer> all(int most) {
        return entities.createQuery(
                        "select t from Transfer t where "
                                + MINE
                                + " order by case when t.state = OFFERED then 0 else 1 end,"
                                + " t.offeredAt desc, t.id desc",
                        Transfer.class)
                .setMaxResults(most)
                .getResultList();
    }

    /// Those by which a case was offered to another area, or came from one, the last first.
    List<Transfer> ofCase(UUID caseId) {
        return entities.createQuery(
                        "select t from Transfer t where (t.caseId = :case or t.takenCaseId = :case) and "
                                + MINE
                                + " order by t.offeredAt desc, t.id desc",
                        Transfer.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// The offer of a case that waits for an answer.
    Optional<Transfer> offered(UUID caseId) {
        return ofCase(caseId).stream()
                .filter(one -> one.caseId().equals(caseId))
                .filter(one -> one.state() == TransferState.OFFERED)
                .findFirst();
    }
}
