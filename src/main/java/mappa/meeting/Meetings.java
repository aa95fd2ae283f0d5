package mappa.meeting;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// All cycles and meetings; the only place that queries them. Nobody finds what they may not see.
@ApplicationScoped
class Meetings {

    static final Set<MeetingState> AHEAD =
            Arrays.stream(MeetingState.values())
                    .filter(MeetingState::isAhead)
                    .collect(Collectors.toUnmodifiableSet());

    /// Later than any day on which a meeting is due.
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final EntityManager entities;

    Meetings(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
    }

    void flush() {
        entities.flush();
    }

    /// Core agencies that were not asked to a meeting.
    List<LeftOutAgency> leftOut(UUID meeting) {
        return entities.createQuery(
                        "from LeftOutAgency where meetingId = ?1 order by recordedAt, id",
                        LeftOutAgency.class)
                .setParameter(1, meeting)
                .getResultList();
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    Meeting get(UUID id) {
        return one(Meeting.class, id, null);
    }

    MeetingCycle cycle(UUID id) {
        return one(MeetingCycle.class, id, null);
    }

    /// As [#cycle], for a command: others on the same cycle and its meetings wait until it has
    /// committed.
    MeetingCycle lock(UUID cycle) {
        return one(MeetingCycle.class, cycle, LockModeType.PESSIMISTIC_WRITE);
    }

    /// The cycle of a case that lasts, as [#lock]; empty where it is at no level with meetings.
    Optional<MeetingCycle> lockOpen(UUID caseId) {
        return openOf(caseId, LockModeType.PESSIMISTIC_WRITE);
    }

    private <R> R one(Class<R> type, UUID id, @Nullable LockModeType lock) {
        var query =
                entities.createQuery(
                                "select m from %s m where m.id = :id and %s"
                                        .formatted(type.getSimpleName(), readable("m.id")),
                                type)
                        .setParameter("id", id);
        if (lock != null) {
            query.setLockMode(lock);
        }
        return query.getResultList().stream().findFirst().orElseThrow(() -> new NotFound(type));
    }

    /// As [#get], for a command: others on the same meeting wait until it has committed. Whoever
    /// changes its cycle too locks that first.
    Meeting lockMeeting(UUID id) {
        return one(Meeting.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Id of a meeting's cycle; nothing is loaded that would be old once it is locked.
    ///
    /// @throws NotFound if there is no such meeting, or none that the actor may see
    UUID cycleOf(UUID meeting) {
        return id("select m.cycleId from Meeting m where m.id = :id and ", meeting);
    }

    /// Id of the meeting of an invitation, as before.
    UUID ofInvitation(UUID invitation) {
        return id(
                "select m.id from Meeting m join m.invitations i where i.id = :id and ",
                invitation);
    }

    private UUID id(String query, UUID id) {
        return entities
                .createQuery(query + readable("m.id"), UUID.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(Meeting.class));
    }

    /// The cycle of a case that lasts; empty where it is at no level with meetings.
    Optional<MeetingCycle> open(UUID caseId) {
        return openOf(caseId, LockModeType.NONE);
    }

    private Optional<MeetingCycle> openOf(UUID caseId, LockModeType lock) {
        return entities
                .createQuery(
                        "select c from MeetingCycle c where c.caseId = :case and c.endedOn is null and "
                                + readable("c.id"),
                        MeetingCycle.class)
                .setParameter("case", caseId)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    /// The meeting that is still to be held, or under way.
    Optional<Meeting> ahead(UUID cycle) {
        return entities
                .createQuery(
                        "select m from Meeting m where m.cycleId = :cycle and m.state in :states and "
                                + readable("m.id"),
                        Meeting.class)
                .setParameter("cycle", cycle)
                .setParameter("states", AHEAD)
                .getResultList()
                .stream()
                .findFirst();
    }

    /// Meetings of a cycle, the last first.
    List<Meeting> ofCycle(UUID cycle) {
        return entities.createQuery(
                        "select m from Meeting m where m.cycleId = :cycle and "
                                + readable("m.id")
                                + " order by m.number desc",
                        Meeting.class)
                .setParameter("cycle", cycle)
                .getResultList();
    }

    /// Meetings of a case, the last first.
    List<Meeting> ofCase(UUID caseId) {
        return entities.createQuery(
                        "select m from Meeting m where m.caseId = :case and "
                                + readable("m.id")
                                + " order by m.startsAt desc, m.id desc",
                        Meeting.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// Ids of the cycles and meetings of a case.
    List<UUID> idsOfCase(UUID caseId) {
        return entities.createQuery(
                        "select c.id from MeetingCycle c where c.caseId = :case and "
                                + readable("c.id")
                                + " union all select m.id from Meeting m where m.caseId = :case and "
                                + readable("m.id"),
                        UUID.class)
                .setParameter("case", caseId)
                .getResultList();
    }

    /// Meetings that were not over at that moment and are still to be held or under way, soonest
    /// first.
    ///
    /// @param after the last one of the part before; null for the first
    List<Meeting> ahead(Instant from, @Nullable UUID after, int limit) {
        var query =
                entities.createQuery(
                                "select m from Meeting m where m.startsAt >= :from and m.state in :states and "
                                        + readable("m.id")
                                        + (after == null
                                                ? ""
                                                : " and (m.startsAt, m.id) > (:startsAt, :after)")
                                        + " order by m.startsAt, m.id",
                                Meeting.class)
                        .setParameter("from", from)
                        .setParameter("states", AHEAD)
                        .setMaxResults(limit);
        if (after != null) {
            query.setParameter("startsAt", get(after).startsAt()).setParameter("after", after);
        }
        return query.getResultList();
    }

    /// Cycles that last, soonest due first, those without a day last.
    ///
    /// @param after the last one of the part before; null for the first
    List<MeetingCycle> openCycles(@Nullable UUID after, int limit) {
        var query =
                entities.createQuery(
                                "select c from MeetingCycle c where c.endedOn is null and "
                                        + readable("c.id")
                                        + (after == null
                                                ? ""
                                                : " and (coalesce(c.dueOn, :never), c.id) > (:dueOn, :after)")
                                        + " order by c.dueOn nulls last, c.id",
                                MeetingCycle.class)
                        .setMaxResults(limit);
        if (after != null) {
            query.setParameter("never", NEVER)
                    .setParameter("dueOn", cycle(after).dueOn().orElse(NEVER))
                    .setParameter("after", after);
        }
        return query.getResultList();
    }
}
