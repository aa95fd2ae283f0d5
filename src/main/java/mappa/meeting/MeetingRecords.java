package mappa.meeting;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import mappa.caseload.CaseSituation;

/// All records of meetings; the only place that queries them.
@ApplicationScoped
class MeetingRecords {

    private final EntityManager entities;
    private final MeetingSteps steps;

    MeetingRecords(EntityManager entities, MeetingSteps steps) {
        this.entities = entities;
        this.steps = steps;
    }

    MeetingRecord of(UUID meeting) {
        return new MeetingRecord(
                entities.createQuery(
                                "from RecordEntry where meetingId = :meeting and "
                                        + readable("meetingId"),
                                RecordEntry.class)
                        .setParameter("meeting", meeting)
                        .getResultList());
    }

    void add(RecordEntry entry) {
        entities.persist(entry);
    }

    ClosingRules rules(Meeting meeting, CaseSituation of) {
        var standing = of.standing();
        return new ClosingRules(
                of(meeting.id()),
                meeting.level(),
                standing == null ? null : standing.category(),
                meeting.dayOf(),
                new ClosingRules.Limits(
                        steps.limitAfter(meeting, 2, of), steps.limitAfter(meeting, 3, of)));
    }

    /// What a meeting has decided.
    ///
    /// @throws NotReady with all that is missing
    Closing closing(Meeting meeting, CaseSituation of) {
        var rules = rules(meeting, of);
        var blockers = rules.blockers();
        if (!blockers.isEmpty()) {
            throw new NotReady(blockers);
        }
        return rules.closing();
    }
}
