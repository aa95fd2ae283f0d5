package mappa.meeting;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import mappa.caseload.CaseSituation;

/// All records of meetings; the only place that queries them.
@ApplicationScoped
class MeetingRecords {

    private final EntityManager entities;
    private final AgreedActions actions;
    private final MeetingSteps steps;

    MeetingRecords(EntityManager entities, AgreedActions actions, MeetingSteps steps) {
        this.entities = entities;
        this.actions = actions;
        this.steps = steps;
    }

    MeetingRecord of(UUID meeting) {
        return new MeetingRecord(
                entities.createQuery(
                                "from RecordEntry e left join fetch e.others where e.meetingId = :meeting and "
                                        + readable("e.meetingId"),
                                RecordEntry.class)
                        .setParameter("meeting", meeting)
                        .getResultList());
    }

    /// Who took part in a meeting, as recorded so far.
    List<Attendance> attendance(UUID meeting) {
        return entities.createQuery(
                        "from Attendance where meetingId = :meeting and "
                                + readable("meetingId")
                                + " order by id",
                        Attendance.class)
                .setParameter("meeting", meeting)
                .getResultList();
    }

    void add(Object row) {
        entities.persist(row);
    }

    Quorum quorum(Meeting meeting, CaseSituation of) {
        return steps.quorum(meeting, of(meeting.id()), attendance(meeting.id()), of);
    }

    ClosingRules rules(Meeting meeting, CaseSituation of) {
        var standing = of.standing();
        var record = of(meeting.id());
        var lines = attendance(meeting.id());
        return new ClosingRules(
                record,
                meeting.id(),
                meeting.level(),
                standing == null ? null : standing.basis(),
                meeting.heldOn(),
                steps.limits(meeting, of),
                new ClosingRules.Attended(
                        lines,
                        meeting.invitations().stream().map(Invitation::agency).toList(),
                        steps.quorum(meeting, record, lines, of)),
                actions.before(meeting),
                actions.agreed(meeting));
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
