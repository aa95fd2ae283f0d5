package mappa.meeting;

import static mappa.identity.Operation.CHANGE_CONTRIBUTIONS;
import static mappa.identity.Operation.READ_CONTRIBUTIONS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.caseload.CaseloadService;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.time.London;

/// The part of the individual in the meetings about them, and of parents or carers of a child
/// (R-IND-01 to R-IND-05).
@ApplicationScoped
@Transactional
public class InvolvementService {

    private static final int LONGEST = 10_000;

    private final Meetings meetings;
    private final MeetingSteps steps;
    private final CaseloadService caseload;
    private final EntityManager entities;
    private final Access access;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    InvolvementService(
            Meetings meetings,
            MeetingSteps steps,
            CaseloadService caseload,
            EntityManager entities,
            Access access,
            Actors actors,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.steps = steps;
        this.caseload = caseload;
        this.entities = entities;
        this.access = access;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was done for each meeting of a case.
    ///
    /// @throws NotFound if there is no such case, or the actor neither sees it nor chairs one of
    ///   its meetings
    public ContributionsView contributions(UUID caseId, Actor actor) {
        var shown =
                meetings.ofCase(caseId).stream()
                        .filter(one -> access.allows(READ_CONTRIBUTIONS, one.id(), actor))
                        .toList();
        if (shown.isEmpty()) {
            access.require(READ_CONTRIBUTIONS, caseId, actor);
        }
        var situation = caseload.situation(caseId, actor);
        audit.record(
                actor,
                new Consulted("contributions", List.of(situation.personId(), situation.caseId())));
        return new ContributionsView(
                caseId,
                situation.reference(),
                situation.child(),
                shown.stream().map(steps::view).toList(),
                done(shown.stream().map(Meeting::id).toList()));
    }

    /// What was done for one meeting, beside its record.
    public List<InvolvementView> of(UUID meetingId, Actor actor) {
        meetings.get(meetingId);
        return done(List.of(meetingId));
    }

    private List<InvolvementView> done(List<UUID> of) {
        var found =
                entities.createQuery(
                                "from Involvement where meetingId in :meetings order by doneOn, id",
                                Involvement.class)
                        .setParameter("meetings", of)
                        .getResultList();
        var people = actors.names(found.stream().map(Involvement::recordedBy).distinct().toList());
        return found.stream().map(one -> InvolvementView.of(one, people)).toList();
    }

    /// Keeps what was done, or why it is withheld.
    ///
    /// @throws Invalid naming each field that is wrong
    @Once
    public void record(UUID caseId, RecordInvolvement command, Actor actor) {
        access.require(CHANGE_CONTRIBUTIONS, command.meeting(), actor);
        var meeting = meetings.lockMeeting(command.meeting());
        if (!meeting.caseId().equals(caseId)) {
            throw new NotFound(Meeting.class);
        }
        refuse(command, meeting, Boolean.TRUE.equals(caseload.situation(caseId, actor).child()));
        entities.persist(new Involvement(command, actor.personId(), clock.instant()));
        audit.record(
                actor,
                new IndividualInvolved(
                        meeting.id(),
                        meeting.personId(),
                        caseId,
                        command.kind(),
                        command.who(),
                        command.withheld()));
    }

    private void refuse(RecordInvolvement command, Meeting meeting, boolean child) {
        var problems = new ArrayList<Invalid.Problem>();
        if (command.text().isBlank()) {
            problems.add(
                    Invalid.Problem.of(
                            "text",
                            command.withheld()
                                    ? "meeting.contribution.problem.reason"
                                    : "meeting.contribution.problem.text"));
        } else if (command.text().length() > LONGEST) {
            problems.add(
                    Invalid.Problem.of(
                            "text", "meeting.too-long", LONGEST, command.text().length()));
        }
        if (command.withheld() && command.kind() == InvolvementKind.CONTRIBUTED) {
            problems.add(Invalid.Problem.of("how", "meeting.contribution.problem.not-withheld"));
        }
        if (command.who() == InvolvedPerson.PARENTS_OR_CARERS && !child) {
            problems.add(Invalid.Problem.of("who", "meeting.contribution.problem.no-child"));
        }
        var held = meeting.dayOf();
        if (command.doneOn().isAfter(London.today(clock))) {
            problems.add(Invalid.Problem.of("doneOn", "meeting.contribution.problem.future"));
        } else if (command.kind() == InvolvementKind.FED_BACK && command.doneOn().isBefore(held)) {
            problems.add(Invalid.Problem.of("doneOn", "meeting.contribution.problem.before", held));
        } else if (command.kind() == InvolvementKind.INVITED && command.doneOn().isAfter(held)) {
            problems.add(Invalid.Problem.of("doneOn", "meeting.contribution.problem.after", held));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
