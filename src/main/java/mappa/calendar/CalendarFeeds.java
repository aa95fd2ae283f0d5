package mappa.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/// All addresses for calendar programs; the only place that queries them. Each is its reader's
/// alone.
@ApplicationScoped
class CalendarFeeds {

    private final EntityManager entities;

    CalendarFeeds(EntityManager entities) {
        this.entities = entities;
    }

    /// Takes effect at once, so that the next may take the place of one that was withdrawn.
    void add(CalendarFeed feed) {
        entities.flush();
        entities.persist(feed);
    }

    /// The open one of an appointment; others on it wait until the transaction has ended.
    Optional<CalendarFeed> of(UUID appointment) {
        return open("f.appointment = :value", appointment);
    }

    /// The open one with that secret, as before.
    Optional<CalendarFeed> bySecret(byte[] hash) {
        return open("f.secretHash = :value", hash);
    }

    private Optional<CalendarFeed> open(String which, Object value) {
        return entities
                .createQuery(
                        "select f from CalendarFeed f where f.withdrawnAt is null and " + which,
                        CalendarFeed.class)
                .setParameter("value", value)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }
}
