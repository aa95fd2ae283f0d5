package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.agency.Areas;
import mappa.agency.Spocs;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Principals;
import mappa.identity.Role;
import mappa.rule.NotFound;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.WorkItemService;
import mappa.time.London;

/// Counts how agencies take part in the meetings to which they are asked, and tells somebody above
/// when one stays away again and again: its manager first, then the Strategic Management Board
/// (R-MTG-10, R-ACT-07; local policy).
@ApplicationScoped
@Transactional
public class AbsenceService {

    // work that no process asks for
    static final String SPEAK_TO_MANAGER = "speak-to-manager";
    static final String ACT_ON_ABSENCE = "act-on-absence";

    private final AgencyAttendances attendances;
    private final Agencies agencies;
    private final Areas areas;
    private final Spocs spocs;
    private final Actors actors;
    private final WorkItemService tasks;
    private final AuditTrail audit;
    private final Clock clock;

    AbsenceService(
            AgencyAttendances attendances,
            Agencies agencies,
            Areas areas,
            Spocs spocs,
            Actors actors,
            WorkItemService tasks,
            AuditTrail audit,
            Clock clock) {
        this.attendances = attendances;
        this.agencies = agencies;
        this.areas = areas;
        this.spocs = spocs;
        this.actors = actors;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /// A meeting was closed: in its transaction each agency that was asked is counted.
    void count(Meeting meeting, List<Attendance> lines, Actor actor) {
        for (var invitation : meeting.invitations()) {
            if (invitation.relevance() != Relevance.OBSERVER) {
                attendances.add(
                        new AgencyAttendance(
                                meeting, invitation.agency(), kind(invitation, lines)));
                escalate(meeting.area(), invitation.agency(), actor);
            }
        }
    }

    /// What the record says; an agency that nobody noted, or noted as absent, and that said what it
    /// knows before, has sent its report (R-MTG-10).
    private static AttendanceKind kind(Invitation invitation, List<Attendance> lines) {
        var noted =
                lines.stream()
                        .filter(one -> one.agency().equals(invitation.agency()))
                        .findFirst()
                        .map(Attendance::kind)
                        .orElse(AttendanceKind.ABSENT);
        return noted == AttendanceKind.ABSENT && invitation.isReturned()
                ? AttendanceKind.REPORT
                : noted;
    }

    private void escalate(String area, UUID agency, Actor actor) {
        var inARow = inARow(attendances.of(agency));
        for (var step : AbsenceStep.values()) {
            if (inARow.size() >= number(area, step)) {
                var since = inARow.getLast().id();
                var known =
                        attendances.escalations(agency).stream()
                                .anyMatch(one -> one.step() == step && one.sinceId().equals(since));
                if (!known) {
                    tell(area, agency, step, since, inARow.size(), actor);
                }
            }
        }
    }

    private int number(String area, AbsenceStep step) {
        var settings = areas.settings(area);
        return switch (step) {
            case MANAGER -> settings.absencesToManager();
            case BOARD -> settings.absencesToBoard();
        };
    }

    /// Absences counted back from the last meeting, the latest first.
    private static List<AgencyAttendance> inARow(List<AgencyAttendance> latestFirst) {
        return latestFirst.stream().takeWhile(AgencyAttendance::isAbsence).toList();
    }

    private void tell(
            String area, UUID agency, AbsenceStep step, UUID since, int absences, Actor actor) {
        var escalation =
                new AbsenceEscalation(area, agency, step, since, absences, clock.instant());
        attendances.add(escalation);
        var told =
                switch (step) {
                    case MANAGER ->
                            Optional.ofNullable(spocs.of(agency, London.today(clock)).manager())
                                    .stream()
                                    .toList();
                    case BOARD -> board(area, agency);
                };
        tasks.open(
                new OpenWork(
                        escalation.id(),
                        kind(step),
                        1,
                        new TaskDetails(
                                area,
                                null,
                                null,
                                page(agency),
                                step == AbsenceStep.MANAGER || told.isEmpty()
                                        ? List.of(Principals.unit(area))
                                        : told.stream().map(Principals::person).toList(),
                                null,
                                agency,
                                London.today(clock),
                                MeetingTasks.AT_ONCE)),
                actor);
        record(escalation, told, actor);
    }

    /// The agency's own members of the board, or its chair where it has none.
    private List<UUID> board(String area, UUID agency) {
        var own = actors.appointedFor(agency, Role.SMB_MEMBER);
        return own.isEmpty() ? actors.holders(area, Role.SMB_CHAIR) : own;
    }

    private static String kind(AbsenceStep step) {
        return switch (step) {
            case MANAGER -> SPEAK_TO_MANAGER;
            case BOARD -> ACT_ON_ABSENCE;
        };
    }

    static String page(UUID agency) {
        return "/agencies/" + agency + "/attendance";
    }

    /// How an agency of the actor's area took part.
    ///
    /// @throws NotFound for an agency of another area
    public AttendanceOfAgency of(UUID agency, Actor actor) {
        var found =
                agencies.find(agency)
                        .filter(one -> one.area().equals(actor.area()))
                        .orElseThrow(() -> new NotFound(AgencyAttendance.class));
        var lines = attendances.of(agency);
        var inARow = inARow(lines);
        var told = attendances.escalations(agency);
        var names =
                actors.names(
                        told.stream()
                                .map(AbsenceEscalation::answeredBy)
                                .flatMap(Optional::stream)
                                .toList());
        return new AttendanceOfAgency(
                agency,
                found.name(),
                lines.size(),
                lines.stream().filter(one -> one.kind().isThere()).count(),
                inARow.size(),
                inARow.isEmpty() ? null : inARow.getLast().heldOn(),
                number(found.area(), AbsenceStep.MANAGER),
                number(found.area(), AbsenceStep.BOARD),
                lines.stream()
                        .map(one -> new AttendanceOfAgency.Line(one.heldOn(), one.kind()))
                        .toList(),
                told.stream()
                        .map(
                                one ->
                                        new AttendanceOfAgency.Told(
                                                one.id(),
                                                one.step(),
                                                one.absences(),
                                                one.at(),
                                                one.answer().orElse(null),
                                                one.answeredAt().orElse(null),
                                                one.answeredBy().map(names::get).orElse(null)))
                        .toList());
    }

    /// Says what came of it; the work is done.
    ///
    /// @throws mappa.rule.Invalid without words, or if it was said already
    @Once
    public void answer(UUID agency, UUID id, String answer, Actor actor) {
        var escalation = attendances.escalation(id, agency);
        escalation.answer(answer, actor.personId(), clock.instant());
        tasks.completeFor(id, kind(escalation.step()), 1, null, "DONE", actor);
        record(escalation, List.of(), actor);
    }

    private void record(AbsenceEscalation escalation, List<UUID> told, Actor actor) {
        audit.record(
                actor,
                new AgencyAbsent(
                        escalation.id(),
                        escalation.agency(),
                        escalation.area(),
                        escalation.step(),
                        escalation.absences(),
                        escalation.answer().isPresent(),
                        told));
    }
}
