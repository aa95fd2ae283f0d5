package mappa.observation;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import mappa.rule.NotFound;

/// All observations; the only place that queries them.
@ApplicationScoped
class Observations {

    private final EntityManager entities;

    Observations(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
    }

    void flush() {
        entities.flush();
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    Observation get(UUID id) {
        return one(id, LockModeType.NONE);
    }

    /// As [#get], for a command: others on the same observation wait until it has committed.
    Observation lock(UUID id) {
        return one(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Observation one(UUID id, LockModeType lock) {
        return entities
                .createQuery(
                        "from Observation where id = :id and " + readable("id"), Observation.class)
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(Observation.class));
    }

    /// Of a lay adviser, the last first.
    List<Observation> of(UUID layAdviser, String area) {
        return entities.createQuery(
                        """
                        from Observation where layAdviser = :person and area = :area and %s
                        order by startsAt desc, id desc
                        """
                                .formatted(readable("id")),
                        Observation.class)
                .setParameter("person", layAdviser)
                .setParameter("area", area)
                .getResultList();
    }

    /// Those announced for a meeting that stand, for whoever may see the meeting.
    List<Observation> announced(UUID meeting) {
        return entities.createQuery(
                        """
                        from Observation where meetingId = :meeting and endedAt is null and %s
                        order by announcedAt, id
                        """
                                .formatted(readable("meetingId")),
                        Observation.class)
                .setParameter("meeting", meeting)
                .getResultList();
    }

    /// What the actor may read of what was written, by time.
    List<ObservationNotes> notes(UUID observation) {
        return entities.createQuery(
                        "from ObservationNotes where observation = ?1 order by writtenAt, id",
                        ObservationNotes.class)
                .setParameter(1, observation)
                .getResultList();
    }
}
