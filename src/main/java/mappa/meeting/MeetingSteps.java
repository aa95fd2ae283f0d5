package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.Areas;
import mappa.agency.Spocs;
import mappa.caseload.CaseSituation;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Principals;
import mappa.identity.Role;
import mappa.schedule.MeetingDue;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.WorkItemService;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// What the commands on meetings share: dates, who is asked, views.
@ApplicationScoped
class MeetingSteps {

    private final Areas areas;
    private final Agencies agencies;
    private final Spocs spocs;
    private final Actors actors;
    private final InviteeProposal proposal;
    private final WorkItemService tasks;
    private final Clock clock;

    MeetingSteps(
            Areas areas,
            Agencies agencies,
            Spocs spocs,
            Actors actors,
            InviteeProposal proposal,
            WorkItemService tasks,
            Clock clock) {
        this.areas = areas;
        this.agencies = agencies;
        this.spocs = spocs;
        this.actors = actors;
        this.proposal = proposal;
        this.tasks = tasks;
        this.clock = clock;
    }

    MeetingTimetable timetable(String area) {
        return new MeetingTimetable(areas.settings(area), areas.workingDays(area));
    }

    MeetingDue due(MeetingCycle cycle, CaseSituation of) {
        return timetable(cycle.area()).due(facts(cycle, of, cycle.level()));
    }

    /// When the next review would be due in another area, by its own interval (R-TRF-06); null
    /// while nothing sets a day.
    @Nullable LocalDate dueIn(String area, MeetingCycle cycle, CaseSituation of) {
        return timetable(area).due(facts(cycle, of, cycle.level())).dueOn();
    }

    private static MeetingDue.Facts facts(MeetingCycle cycle, CaseSituation of, int level) {
        var standing = of.standing();
        return new MeetingDue.Facts(
                level,
                standing == null ? LocalDate.EPOCH : standing.levelSince(),
                cycle.acceptedOn().orElse(null),
                of.sentencedOn().toOptional().orElse(null),
                of.stays(),
                of.releaseOn().toOptional().orElse(null),
                cycle.lastHeldOn().orElse(null),
                cycle.chairsDate().orElse(null));
    }

    /// Where the due day comes from, as a key of the message bundles.
    String basis(MeetingCycle cycle) {
        return "meeting.due." + cycle.dueBasis().name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The latest day for the meeting after this one, whatever the chair wants; null where the
    /// limit does not run because the person is held.
    @Nullable LocalDate limitAfter(Meeting meeting, int level, CaseSituation of) {
        var standing = of.standing();
        var facts =
                new MeetingDue.Facts(
                        level,
                        standing == null ? meeting.heldOn() : standing.levelSince(),
                        null,
                        of.sentencedOn().toOptional().orElse(null),
                        of.stays(),
                        of.releaseOn().toOptional().orElse(null),
                        meeting.heldOn(),
                        null);
        return timetable(meeting.area()).due(facts).dueOn();
    }

    /// Where a meeting that could not decide, or not with all, is held again.
    LocalDate repeatAfter(Meeting meeting) {
        return timetable(meeting.area()).repeatDue(meeting.dayOf());
    }

    /// What the rules of closing compare days with.
    ClosingRules.Limits limits(Meeting meeting, CaseSituation of) {
        return new ClosingRules.Limits(
                limitAfter(meeting, 2, of),
                limitAfter(meeting, 3, of),
                repeatAfter(meeting),
                meeting.dayOf().minusDays(areas.settings(meeting.area()).riskAssessmentDays()));
    }

    /// Whether those who must be there are there (R-MTG-09).
    Quorum quorum(Meeting meeting, MeetingRecord record, List<Attendance> lines, CaseSituation of) {
        var standing = of.standing();
        return Quorum.of(
                record.is(RecordSection.ATTENDANCE, "chairThere", RecordChoice.YES),
                lines.stream().filter(one -> one.kind().isThere()).map(Attendance::agency).toList(),
                agencies.in(meeting.area()),
                standing == null ? null : standing.leadAgencyId());
    }

    /// A meeting that was broken off is held again within the area's working days.
    void repeatSoon(MeetingCycle cycle, CaseSituation of) {
        cycle.repeatBy(timetable(cycle.area()).repeatDue(London.today(clock)));
        cycle.due(due(cycle, of));
    }

    Optional<Instant> nextDeadline(MeetingCycle cycle, @Nullable Meeting ahead) {
        return timetable(cycle.area()).next(cycle, ahead);
    }

    List<ProposedInvitee> proposed(Meeting meeting, Actor actor) {
        return proposal.of(meeting, actor);
    }

    // ---- who is told

    /// Accounts of all agencies that are asked.
    List<UUID> told(Meeting meeting) {
        var told = new LinkedHashSet<UUID>();
        meeting.invitations().forEach(one -> told.addAll(told(one)));
        return List.copyOf(told);
    }

    List<UUID> told(Invitation invitation) {
        return spokespeople(invitation.agency());
    }

    /// Who speaks for an agency: its point of contact and the deputy, or where nobody is named all
    /// who are appointed as such (R-INF-06).
    List<UUID> spokespeople(UUID agency) {
        var contacts = spocs.of(agency, London.today(clock));
        var named = Stream.of(contacts.spoc(), contacts.deputy()).filter(Objects::nonNull).toList();
        return named.isEmpty() ? actors.appointedFor(agency, Role.AGENCY_SPOC) : named;
    }

    /// Accounts of agencies that have not answered, or not said what they know.
    List<UUID> silent(Meeting meeting) {
        var silent = new LinkedHashSet<UUID>();
        meeting.invitations().stream()
                .filter(one -> !one.isAnswered() || !one.isReturned())
                .forEach(one -> silent.addAll(told(one)));
        return List.copyOf(silent);
    }

    /// Those of whom the work of an invitation is asked.
    List<String> audience(Invitation invitation) {
        var people = spokespeople(invitation.agency());
        return people.isEmpty()
                ? List.of(Principals.agency(invitation.agency()))
                : people.stream().map(Principals::person).toList();
    }

    // ---- work

    TaskDetails details(Meeting meeting, Invitation invitation, String path) {
        return new TaskDetails(
                meeting.area(),
                meeting.caseId(),
                meeting.reference(),
                path,
                audience(invitation),
                invitation.person().orElse(null),
                invitation.agency(),
                meeting.returnsDueOn(),
                MeetingTasks.RETURNS_DUE);
    }

    /// Asks an agency that the process has not been told of: those were asked before it.
    void askWithoutProcess(Meeting meeting, Invitation invitation, Actor actor) {
        tasks.open(
                new OpenWork(
                        invitation.id(),
                        MeetingTasks.ANSWER_KIND,
                        meeting.round(),
                        details(meeting, invitation, MeetingTasks.invitationPage(invitation))),
                actor);
        tasks.open(
                new OpenWork(
                        invitation.id(),
                        MeetingTasks.RETURN_KIND,
                        meeting.round(),
                        details(meeting, invitation, MeetingTasks.returnPage(invitation))),
                actor);
    }

    /// Nothing more is asked of an agency.
    void withdraw(Meeting meeting, Invitation invitation, Actor actor) {
        var seat = invitation.agency().toString();
        for (var element : List.of(MeetingService.ANSWER, MeetingService.RETURN)) {
            tasks.withdraw(meeting.cycleId(), element, meeting.round(), seat, actor);
        }
        tasks.withdrawAll(invitation.id(), actor);
    }

    /// Puts the chase for missing answers and returns on the unit's list.
    ///
    /// @return false where none is missing
    boolean chase(Meeting meeting, int round, Actor actor) {
        if (meeting.invitations().stream().allMatch(one -> one.isAnswered() && one.isReturned())) {
            return false;
        }
        tasks.open(
                new OpenWork(
                        meeting.cycleId(),
                        MeetingService.CHASE_RETURNS,
                        round,
                        new TaskDetails(
                                meeting.area(),
                                meeting.caseId(),
                                meeting.reference(),
                                "/meetings/" + meeting.id() + "/invitations",
                                List.of(Principals.unit(meeting.area())),
                                null,
                                null,
                                London.today(clock),
                                MeetingTasks.AT_ONCE)),
                actor);
        return true;
    }

    // ---- views

    List<LeftOutView> leftOut(List<LeftOutAgency> rows) {
        var names = actors.names(rows.stream().map(LeftOutAgency::recordedBy).distinct().toList());
        var agencyNames = agencies.names(rows.stream().map(LeftOutAgency::agency).toList());
        return rows.stream()
                .map(
                        one ->
                                new LeftOutView(
                                        one.agency(),
                                        agencyNames.getOrDefault(one.agency(), ""),
                                        one.reason(),
                                        names.getOrDefault(one.recordedBy(), ""),
                                        one.recordedAt()))
                .toList();
    }

    MeetingView view(Meeting meeting) {
        var people = new ArrayList<UUID>();
        people.add(meeting.chair());
        meeting.minuteTaker().ifPresent(people::add);
        for (var invitation : meeting.invitations()) {
            invitation.person().ifPresent(people::add);
            invitation.answeredBy().ifPresent(people::add);
        }
        var names = actors.names(people.stream().distinct().toList());
        var agencyNames =
                agencies.names(meeting.invitations().stream().map(Invitation::agency).toList());
        return MeetingView.of(meeting, names, agencyNames);
    }
}
