package mappa.meeting;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.NotFound;

/// All minutes; the only place that queries them.
@ApplicationScoped
class MinutesRegister {

    private final EntityManager entities;

    MinutesRegister(EntityManager entities) {
        this.entities = entities;
    }

    void add(Minutes minutes) {
        entities.persist(minutes);
    }

    void flush() {
        entities.flush();
    }

    /// @throws NotFound if there are none with that id, or none that the actor may see
    Minutes get(UUID id) {
        return one("m.id", id, LockModeType.NONE).orElseThrow(() -> new NotFound(Minutes.class));
    }

    /// As [#get], for a command: others on the same minutes wait until it has committed.
    Minutes lock(UUID id) {
        return one("m.id", id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound(Minutes.class));
    }

    Optional<Minutes> ofMeeting(UUID meeting) {
        return one("m.meetingId", meeting, LockModeType.NONE);
    }

    /// Minutes of the meetings about a case, the latest meeting first.
    List<Minutes> ofCase(UUID caseId) {
        return entities.createQuery(
                        "select m from Minutes m where m.caseId = :case and "
                                + readable("m.id")
                                + " order by m.heldOn desc, m.id desc",
                        Minutes.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// Ids of those of a case that say what they will always say.
    List<UUID> approvedOfCase(UUID caseId) {
        return entities.createQuery(
                        "select m.id from Minutes m where m.caseId = :case and m.approvedAt is not null and "
                                + readable("m.id"),
                        UUID.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    private Optional<Minutes> one(String path, UUID id, LockModeType lock) {
        return entities
                .createQuery(
                        "select m from Minutes m where %s = :id and %s"
                                .formatted(path, readable("m.id")),
                        Minutes.class)
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    /// Those not given out yet, soonest due first, then the others, the latest first.
    List<Minutes> all(int most) {
        return entities.createQuery(
                        "select m from Minutes m where "
                                + readable("m.id")
                                + " order by case when m.state = DISTRIBUTED then 1 else 0 end,"
                                + " case when m.state <> DISTRIBUTED then m.dueOn end,"
                                + " m.heldOn desc, m.id desc",
                        Minutes.class)
                .setMaxResults(most)
                .getResultList();
    }
}
