package mappa.meeting;

import static mappa.identity.Operation.ARRANGE_MEETING;
import static mappa.identity.Operation.CLOSE_MEETING;
import static mappa.identity.Operation.READ_MEETING;
import static mappa.identity.Operation.RUN_MEETING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mappa.agency.Areas;
import mappa.appointment.Chair;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.caseload.CaseSituation;
import mappa.caseload.CaseloadService;
import mappa.caseload.Level;
import mappa.caseload.LevelDecision;
import mappa.caseload.LevelSetBy;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Consequences;
import mappa.identity.Grants;
import mappa.identity.Operation;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.meeting.MeetingChanged.What;
import mappa.process.Outbox;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.task.WorkItemService;
import mappa.task.WorkItemSummary;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// What is done with meetings, from the day they are due to their closing. Commands act on the
/// meeting or its cycle, never on a task, so all of them work while the engine is away.
@ApplicationScoped
@Transactional
public class MeetingService {

    static final String PROCESS = "meeting-cycle";
    static final String ARRANGE = "Task_Arrange";
    static final String SEND = "Task_SendInvitations";
    static final String ANSWER = "Task_AnswerInvitation";
    static final String RETURN = "Task_SendReturn";
    static final String HOLD = "Task_HoldMeeting";

    // work that no process asks for
    static final String CHASE_RETURNS = "chase-returns";

    /// What is asked about a meeting until it has been held.
    private static final List<String> OF_MEETING =
            List.of(ARRANGE, SEND, HOLD, ANSWER, RETURN, CHASE_RETURNS);

    /// Of cases that were accepted before this process was there (DECISIONS 4).
    static final String ARRANGE_WITHOUT_PROCESS = "arrange-first-meeting";

    /// Rows of a part of a list.
    static final int PART = 25;

    /// A meeting of this morning still belongs to those ahead.
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Meetings meetings;
    private final MeetingCalendar calendar;
    private final MeetingRecords records;
    private final ActionService actions;
    private final AbsenceService absences;
    private final MeetingSteps steps;
    private final Areas areas;
    private final MeetingClashes clashes;
    private final MeetingConditions conditions;
    private final CaseloadService caseload;
    private final WorkItemService tasks;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Access access;
    private final Grants grants;
    private final Consequences consequences;
    private final Actors actors;
    private final Instance<MeetingObservers> observers;
    private final Clock clock;

    MeetingService(
            Meetings meetings,
            MeetingCalendar calendar,
            MeetingRecords records,
            ActionService actions,
            AbsenceService absences,
            MeetingSteps steps,
            Areas areas,
            MeetingClashes clashes,
            MeetingConditions conditions,
            CaseloadService caseload,
            WorkItemService tasks,
            Outbox outbox,
            AuditTrail audit,
            Access access,
            Grants grants,
            Consequences consequences,
            Actors actors,
            @Any Instance<MeetingObservers> observers,
            Clock clock) {
        this.meetings = meetings;
        this.calendar = calendar;
        this.records = records;
        this.actions = actions;
        this.absences = absences;
        this.steps = steps;
        this.areas = areas;
        this.clashes = clashes;
        this.conditions = conditions;
        this.caseload = caseload;
        this.tasks = tasks;
        this.outbox = outbox;
        this.audit = audit;
        this.access = access;
        this.grants = grants;
        this.consequences = consequences;
        this.actors = actors;
        this.observers = observers;
        this.clock = clock;
    }

    // ---- the cycle

    /// A case has come to Level 2 or 3: its meetings begin. Nothing happens where they have.
    ///
    /// @param acceptedOn null for a case that came without a referral
    public void begin(UUID caseId, @Nullable LocalDate acceptedOn, Actor actor) {
        consequences.bringAbout(
                () -> {
                    if (meetings.open(caseId).isEmpty()) {
                        begin(caseload.situation(caseId, actor), acceptedOn, actor);
                    }
                    return null;
                });
    }

    /// The process takes over what was asked without it; again, it changes nothing.
    ///
    /// @param work *Arrange the first meeting* of a case that was accepted on the day it was opened
    public void adopt(WorkItemSummary work, Actor actor) {
        consequences.bringAbout(
                () -> {
                    var caseId = Objects.requireNonNull(work.caseId());
                    if (tasks.withdraw(work.thing(), ARRANGE_WITHOUT_PROCESS, actor) > 0
                            && meetings.open(caseId).isEmpty()) {
                        var of = caseload.situation(caseId, actor);
                        if (of.standing() != null && of.standing().level() != Level.LEVEL_1) {
                            begin(of, London.dayOf(work.openedAt()), actor);
                        }
                    }
                    return null;
                });
    }

    private void begin(CaseSituation of, @Nullable LocalDate acceptedOn, Actor actor) {
        begin(
                new MeetingCycle(
                        of.caseId(),
                        of.personId(),
                        of.area(),
                        of.reference(),
                        level(of),
                        acceptedOn),
                of,
                actor);
    }

    private static int level(CaseSituation of) {
        return Objects.requireNonNull(of.standing()).level().number();
    }

    private void begin(MeetingCycle cycle, CaseSituation of, Actor actor) {
        var level = cycle.level();
        meetings.add(cycle);
        grants.grant(Principals.unit(of.area()), cycle.id(), Relation.UNIT);
        cycle.due(steps.due(cycle, of));
        meetings.flush();
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("cycleId", cycle.id());
        variables.put("area", cycle.area());
        variables.put("level", level);
        variables.put("meetingRound", cycle.round());
        variables.put("invitees", List.of());
        variables.put("adjourned", false);
        variables.put("goesOn", true);
        variables.put("nextDeadlineAt", steps.nextDeadline(cycle, null).orElse(null));
        outbox.start(cycle.id(), PROCESS, "meeting.cycle-started", variables);
        record(cycle, What.CYCLE_BEGUN, List.of(), Map.of("level", level), actor);
    }

    /// A fact on which dates hang has changed: the next date is computed again the same day, and
    /// the process hears of it (R-NOT-07). Nothing happens where no meetings are due.
    public void recompute(UUID caseId, Actor actor) {
        consequences.bringAbout(
                () -> {
                    meetings.open(caseId)
                            .ifPresent(cycle -> recompute(meetings.lock(cycle.id()), actor));
                    return null;
                });
    }

    private void recompute(MeetingCycle cycle, Actor actor) {
        var of = caseload.situation(cycle.caseId(), actor);
        if (of.standing() == null || of.standing().level() == Level.LEVEL_1) {
            end(cycle, CycleEnd.LEVEL_ENDED, actor);
            return;
        }
        cycle.level(of.standing().level().number());
        var before = cycle.dueOn();
        if (!cycle.due(steps.due(cycle, of))) {
            return;
        }
        var ahead = meetings.ahead(cycle.id());
        ahead.ifPresent(meeting -> meeting.limit(cycle));
        tasks.changeDue(cycle.id(), ARRANGE, cycle.dueOn().orElse(null), steps.basis(cycle), actor);
        tellClock(cycle);
        var detail = new HashMap<String, Object>();
        before.ifPresent(day -> detail.put("before", day.toString()));
        cycle.dueOn().ifPresent(day -> detail.put("after", day.toString()));
        detail.put("rule", cycle.dueRule());
        detail.put(
                "late", ahead.map(Meeting::isPastLimit).orElse(cycle.isLate(London.today(clock))));
        record(cycle, What.DUE_CHANGED, List.of(), detail, actor);
    }

    /// Another area takes the case over (R-TRF-04): no meeting is held here any more. Nothing
    /// happens where none were due.
    ///
    /// @return the cycle that has ended; empty where there was none
    /// @throws RuleBroken `TRF-04` while a meeting about the case is being held
    Optional<UUID> leave(UUID caseId, Actor actor) {
        return consequences.bringAbout(
                () -> {
                    var open = meetings.lockOpen(caseId);
                    open.ifPresent(
                            cycle -> {
                                if (isUnderWay(cycle)) {
                                    throw new RuleBroken(
                                            MeetingRule.HANDED_OVER, "meeting.held-just-now");
                                }
                                end(cycle, CycleEnd.TRANSFERRED, actor);
                            });
                    return open.map(MeetingCycle::id);
                });
    }

    private boolean isUnderWay(MeetingCycle cycle) {
        return meetings.ahead(cycle.id())
                .filter(meeting -> meeting.state() == MeetingState.STARTED)
                .isPresent();
    }

    /// The case came from another area, whose meetings go on here. Nothing happens where meetings
    /// about the person are due here already.
    ///
    /// @param left the cycle of the area that had it
    void goOn(UUID left, UUID caseId, Actor actor) {
        consequences.bringAbout(
                () -> {
                    if (meetings.open(caseId).isEmpty()) {
                        var of = caseload.situation(caseId, actor);
                        begin(
                                new MeetingCycle(
                                        meetings.cycle(left),
                                        caseId,
                                        of.personId(),
                                        of.area(),
                                        of.reference(),
                                        level(of)),
                                of,
                                actor);
                    }
                    return null;
                });
    }

    private void end(MeetingCycle cycle, CycleEnd reason, Actor actor) {
        meetings.ahead(cycle.id())
                .filter(meeting -> meeting.state() != MeetingState.STARTED)
                .ifPresent(
                        meeting -> {
                            callOff(meeting, reason.name(), actor);
                            meeting.invitations()
                                    .forEach(one -> tasks.withdrawAll(one.id(), actor));
                        });
        cycle.end(London.today(clock), reason);
        // the minutes of meetings that were held are still to be written and given out
        OF_MEETING.forEach(element -> tasks.withdraw(cycle.id(), element, actor));
        outbox.message(cycle.id(), "meeting.cycle-ended", Map.of());
        record(cycle, What.CYCLE_ENDED, List.of(), Map.of("reason", reason.name()), actor);
    }

    // ---- arranging

    /// Sets the date of the next meeting; nobody outside the unit is told yet.
    ///
    /// @return id of the meeting
    /// @throws PastLimit past the limit without a departure from its rule
    /// @throws Invalid for somebody who cannot chair in the area at that level (R-MTG-06)
    @Once
    public UUID arrange(UUID cycleId, ArrangeMeeting command, Actor actor) {
        access.require(ARRANGE_MEETING, cycleId, actor);
        var cycle = meetings.lock(cycleId);
        cycle.requireOpen();
        if (meetings.ahead(cycleId).isPresent()) {
            throw new RuleBroken(MeetingRule.LIMIT, "meeting.already-arranged");
        }
        var meeting = new Meeting(cycle, command.type(), when(cycle, command), clock.instant());
        conditions.require(meeting);
        clashes.require(meeting, command.absencesKnown());
        meetings.add(meeting);
        grants.grant(Principals.unit(cycle.area()), meeting.id(), Relation.UNIT);
        grantChair(meeting);
        var owner = caseload.situation(cycle.caseId(), actor).owner();
        if (owner != null) {
            grants.grant(Principals.person(owner), meeting.id(), Relation.OWNER);
        }
        tasks.completeFor(cycleId, ARRANGE, cycle.round(), null, "ARRANGED", actor);
        outbox.complete(cycleId, ARRANGE, cycle.round(), null, Map.of());
        tellClock(cycle);
        record(
                meeting,
                What.ARRANGED,
                List.of(),
                Map.of("on", meeting.dayOf().toString(), "type", meeting.type().name()),
                actor);
        return meeting.id();
    }

    private Meeting lock(UUID id) {
        meetings.lock(meetings.cycleOf(id));
        return meetings.lockMeeting(id);
    }

    private When when(MeetingCycle cycle, ArrangeMeeting command) {
        return command.when(
                steps.timetable(cycle.area()).returnsDue(command.startsAt().toLocalDate()));
    }

    /// Who can chair the next meeting about a case (R-MTG-06, R-MTG-08, R-ACC-03).
    List<Chair> chairs(CycleView cycle, Actor actor) {
        return conditions.chairs(cycle.area(), cycle.level(), cycle.caseId());
    }

    private void grantChair(Meeting meeting) {
        chaired(meeting)
                .forEach(
                        thing ->
                                grants.grant(
                                        Principals.person(meeting.chair()), thing, Relation.CHAIR));
    }

    private void endChair(Meeting meeting) {
        chaired(meeting)
                .forEach(
                        thing ->
                                grants.end(
                                        Principals.person(meeting.chair()), thing, Relation.CHAIR));
    }

    private static List<UUID> chaired(Meeting meeting) {
        return List.of(meeting.id(), meeting.cycleId(), meeting.caseId(), meeting.personId());
    }

    /// Asks the agencies; each is told once, without a name.
    ///
    /// @throws Invalid for an agency of another area, and for a guest without an information
    ///   sharing agreement (R-INF-05)
    /// @throws RuleBroken `MTG-07` if a core agency is left out without a reason
    @Once
    public void invite(UUID id, SendInvitations command, Actor actor) {
        access.require(ARRANGE_MEETING, id, actor);
        var meeting = lock(id);
        var cycle = meetings.cycle(meeting.cycleId());
        var proposed = steps.proposed(meeting, actor);
        refuseUnlessComplete(command, proposed);
        conditions.requireAgreements(
                "agencies",
                meeting,
                command.agencies().stream().map(SendInvitations.Asked::agency).toList());
        for (var asked : command.agencies()) {
            var reasons =
                    proposed.stream()
                            .filter(one -> one.agency().equals(asked.agency()))
                            .findFirst()
                            .map(ProposedInvitee::reasons)
                            .orElse(List.of(InviteReason.CHOSEN));
            invite(meeting, asked.agency(), asked.relevance(), reasons);
        }
        meeting.invited(clock.instant());
        for (var one : proposed) {
            var reason = command.leftOut().getOrDefault(one.agency(), "");
            if (one.relevance() == Relevance.CORE
                    && meeting.invitation(one.agency()).isEmpty()
                    && !reason.isBlank()) {
                meetings.add(
                        new LeftOutAgency(
                                id, one.agency(), reason, clock.instant(), actor.personId()));
            }
        }
        tasks.completeFor(cycle.id(), SEND, cycle.round(), null, "SENT", actor);
        outbox.complete(cycle.id(), SEND, cycle.round(), null, invitees(meeting));
        tellClock(cycle);
        record(meeting, What.INVITED, steps.told(meeting), day(meeting), actor);
    }

    private static void refuseUnlessComplete(
            SendInvitations command, List<ProposedInvitee> proposed) {
        for (var one : proposed) {
            var asked =
                    command.agencies().stream()
                            .anyMatch(agency -> agency.agency().equals(one.agency()));
            var reason = command.leftOut().getOrDefault(one.agency(), "");
            if (one.relevance() == Relevance.CORE && !asked && reason.isBlank()) {
                throw new RuleBroken(
                        MeetingRule.CORE_AGENCIES, "meeting.core-left-out", one.name());
            }
        }
    }

    private Invitation invite(
            Meeting meeting, UUID agency, Relevance relevance, List<InviteReason> reasons) {
        var person = steps.spokespeople(agency).stream().findFirst().orElse(null);
        var invitation =
                meeting.invite(new Invitee(agency, person, relevance, reasons), clock.instant());
        grants.grant(Principals.agency(agency), meeting.id(), Relation.INVITED);
        return invitation;
    }

    private static Map<String, Object> invitees(Meeting meeting) {
        return Map.of(
                "invitees",
                meeting.invitations().stream().map(one -> one.agency().toString()).toList());
    }

    private static Map<String, Object> day(Meeting meeting) {
        return Map.of(
                "on",
                meeting.dayOf().toString(),
                "changes",
                meeting.changes(),
                "dueOn",
                meeting.returnsDueOn().toString());
    }

    /// Asks one more agency, after the others.
    @Once
    public UUID add(UUID id, SendInvitations.Asked asked, Actor actor) {
        access.require(ARRANGE_MEETING, id, actor);
        var meeting = lock(id);
        meeting.requireState(MeetingState.INVITED);
        conditions.requireAgreements("agency", meeting, List.of(asked.agency()));
        var invitation =
                invite(meeting, asked.agency(), asked.relevance(), List.of(InviteReason.CHOSEN));
        meetings.flush();
        steps.askWithoutProcess(meeting, invitation, actor);
        record(meeting, What.INVITATION_ADDED, steps.told(invitation), day(meeting), actor);
        return invitation.id();
    }

    /// Asks an agency no longer; it sees the meeting no more.
    @Once
    public void takeOff(UUID id, UUID invitationId, String reason, Actor actor) {
        access.require(ARRANGE_MEETING, id, actor);
        var meeting = lock(id);
        if (reason.isBlank()) {
            throw new Invalid("reason", "meeting.reason-missing");
        }
        var invitation = meeting.takeOff(invitationId, reason.strip(), clock.instant());
        var told =
                meeting.state() == MeetingState.INVITED ? steps.told(invitation) : List.<UUID>of();
        grants.end(Principals.agency(invitation.agency()), id, Relation.INVITED);
        steps.withdraw(meeting, invitation, actor);
        record(meeting, What.INVITATION_TAKEN_OFF, told, day(meeting), actor);
    }

    /// Holds the meeting at another time; everybody asked is told once and asked again. What is
    /// asked of a date is asked again, too: see [#arrange].
    @Once
    public void move(UUID id, ArrangeMeeting command, String reason, Actor actor) {
        access.require(ARRANGE_MEETING, id, actor);
        var meeting = lock(id);
        var cycle = meetings.cycle(meeting.cycleId());
        if (reason.isBlank()) {
            throw new Invalid("reason", "meeting.reason-missing");
        }
        var invited = meeting.state() == MeetingState.INVITED;
        var chairBefore = meeting.chair();
        if (!command.chair().equals(chairBefore)) {
            endChair(meeting);
        }
        cycle.nextRound();
        meeting.limit(cycle);
        meeting.move(when(cycle, command), cycle.round(), clock.instant());
        conditions.require(meeting);
        clashes.require(meeting, command.absencesKnown());
        grantChair(meeting);
        tasks.withdrawAll(cycle.id(), actor);
        tellRearranged(cycle, meeting);
        outbox.complete(cycle.id(), ARRANGE, cycle.round(), null, Map.of());
        if (invited) {
            outbox.complete(cycle.id(), SEND, cycle.round(), null, invitees(meeting));
            for (var invitation : meeting.invitations()) {
                if (invitation.isReturned()) {
                    outbox.complete(
                            cycle.id(),
                            RETURN,
                            cycle.round(),
                            invitation.agency().toString(),
                            Map.of());
                }
            }
        }
        record(meeting, What.MOVED, invited ? steps.told(meeting) : List.of(), day(meeting), actor);
    }

    /// Does not hold the meeting; another must be arranged.
    @Once
    public void callOff(UUID id, String reason, Actor actor) {
        access.require(ARRANGE_MEETING, id, actor);
        var meeting = lock(id);
        var cycle = meetings.cycle(meeting.cycleId());
        if (reason.isBlank()) {
            throw new Invalid("reason", "meeting.reason-missing");
        }
        callOff(meeting, reason.strip(), actor);
        cycle.nextRound();
        tasks.withdrawAll(cycle.id(), actor);
        tellRearranged(cycle, null);
    }

    /// Everybody asked is told, whoever or whatever calls it off.
    private void callOff(Meeting meeting, String reason, Actor actor) {
        var told = meeting.state() == MeetingState.INVITED ? steps.told(meeting) : List.<UUID>of();
        meeting.callOff(reason, clock.instant());
        record(meeting, What.CALLED_OFF, told, day(meeting), actor);
    }

    // ---- holding

    /// Opens the record.
    ///
    /// @param reason why not on its day; null on its day
    @Once
    public void start(UUID id, @Nullable String reason, Actor actor) {
        access.require(RUN_MEETING, id, actor);
        var meeting = lock(id);
        meeting.start(reason == null || reason.isBlank() ? null : reason, clock.instant());
        record(meeting, What.STARTED, List.of(), Map.of(), actor);
    }

    /// Breaks the meeting off for lack of quorum; it must be held again soon (R-MTG-09).
    @Once
    public void adjourn(UUID id, String reason, Actor actor) {
        access.require(CLOSE_MEETING, id, actor);
        var meeting = lock(id);
        var cycle = meetings.cycle(meeting.cycleId());
        if (reason.isBlank()) {
            throw new Invalid("reason", "meeting.reason-missing");
        }
        meeting.adjourn(reason.strip(), clock.instant());
        var held = cycle.round();
        cycle.nextRound();
        steps.repeatSoon(cycle, caseload.situation(meeting.caseId(), actor));
        over(cycle, meeting, held, true, "ADJOURNED", actor);
        record(meeting, What.ADJOURNED, List.of(), Map.of(), actor);
    }

    /// Fixes the record: its decisions take effect, and the next review is due.
    ///
    /// @throws NotReady with all that is missing
    @Once
    public void close(UUID id, Actor actor) {
        access.require(CLOSE_MEETING, id, actor);
        var meeting = lock(id);
        var cycle = meetings.cycle(meeting.cycleId());
        var situation = caseload.situation(meeting.caseId(), actor);
        var closing = records.closing(meeting, situation);
        meeting.close(clock.instant());
        var on = meeting.heldOn();
        var held = cycle.round();
        cycle.nextRound();
        if (closing.level() == 1) {
            cycle.end(on, CycleEnd.EXIT);
        } else {
            cycle.held(on, closing.level(), closing.chairsDate(), closing.chairsReason());
            cycle.due(steps.due(cycle, situation));
        }
        // the cycle first: what the case says next is then nothing new to it
        if (closing.level() != meeting.level()) {
            caseload.decideLevel(
                    meeting.caseId(),
                    Level.of(closing.level()),
                    on,
                    new LevelDecision(LevelSetBy.MEETING, closing.rationale(), meeting.id()),
                    actor);
        }
        actions.giveOut(meeting, actor);
        absences.count(meeting, records.attendance(id), actor);
        over(cycle, meeting, held, false, "CLOSED", actor);
        var detail = new HashMap<String, Object>();
        detail.put("level", closing.level());
        cycle.dueOn().ifPresent(day -> detail.put("nextDueOn", day.toString()));
        record(meeting, What.CLOSED, List.of(), detail, actor);
    }

    /// The process leaves the meeting; what agencies have not answered is asked no longer.
    private void over(
            MeetingCycle cycle,
            Meeting meeting,
            int held,
            boolean adjourned,
            String outcome,
            Actor actor) {
        tasks.completeFor(cycle.id(), HOLD, held, null, outcome, actor);
        tasks.withdraw(cycle.id(), ANSWER, actor);
        tasks.withdraw(cycle.id(), RETURN, actor);
        tasks.withdraw(cycle.id(), CHASE_RETURNS, actor);
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("adjourned", adjourned);
        variables.put("goesOn", cycle.isOpen());
        variables.put("heldRound", held);
        variables.put("meetingRound", cycle.round());
        variables.put("level", cycle.level());
        variables.put("nextDeadlineAt", steps.nextDeadline(cycle, null).orElse(null));
        outbox.complete(cycle.id(), HOLD, held, null, variables);
    }

    // ---- deadlines

    /// Does what is due around the dates of a cycle, each once.
    ///
    /// @return when to ask next; empty if nothing more is due
    public Optional<Instant> passDeadlines(UUID cycleId, Actor actor) {
        var cycle = meetings.lock(cycleId);
        var ahead = meetings.ahead(cycleId).orElse(null);
        if (cycle.isOpen()) {
            for (var deadline : steps.timetable(cycle.area()).deadlines(cycle, ahead)) {
                if (!deadline.at().isAfter(clock.instant())
                        && cycle.pass(deadline, clock.instant())) {
                    act(cycle, ahead, deadline, actor);
                }
            }
        }
        meetings.flush();
        return steps.nextDeadline(cycle, ahead);
    }

    private void act(
            MeetingCycle cycle, @Nullable Meeting ahead, MeetingDeadline deadline, Actor actor) {
        var detail = Map.of("dueOn", deadline.dueOn().toString());
        switch (deadline.kind()) {
            case ARRANGE ->
                    record(
                            cycle,
                            What.ARRANGEMENT_REMINDED,
                            actors.holders(cycle.area(), Role.MAPPA_ADMINISTRATOR),
                            detail,
                            actor);
            case PAST_LIMIT ->
                    record(
                            cycle,
                            What.LIMIT_PASSED,
                            actors.holders(cycle.area(), Role.MAPPA_COORDINATOR),
                            detail,
                            actor);
            case REMIND_AGENCIES ->
                    record(
                            Objects.requireNonNull(ahead),
                            What.AGENCIES_REMINDED,
                            steps.silent(ahead),
                            detail,
                            actor);
            case CHASE_RETURNS -> {
                if (steps.chase(Objects.requireNonNull(ahead), cycle.round(), actor)) {
                    record(ahead, What.RETURNS_LATE, steps.silent(ahead), detail, actor);
                }
            }
        }
    }

    /// Without a date: the engine keeps the message while a deadline is handled and may hand it
    /// over in a later round, when the date would be old. The process asks for it instead.
    private void tellClock(MeetingCycle cycle) {
        outbox.message(cycle.id(), "meeting.clock-changed", Map.of());
    }

    private void tellRearranged(MeetingCycle cycle, @Nullable Meeting ahead) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("meetingRound", cycle.round());
        variables.put("nextDeadlineAt", steps.nextDeadline(cycle, ahead).orElse(null));
        outbox.message(cycle.id(), "meeting.rearranged", variables);
    }

    // ---- reading

    /// What the next meeting about a case is due by.
    ///
    /// @throws NotFound if there is no such cycle, or none that the actor may see
    public CycleView cycle(UUID cycleId, Actor actor) {
        access.require(Operation.READ_CYCLE, cycleId, actor);
        return CycleView.of(meetings.cycle(cycleId), meetings.ahead(cycleId).orElse(null));
    }

    /// The same by case; empty where it is at no level with meetings.
    public Optional<CycleView> cycleOf(UUID caseId, Actor actor) {
        return meetings.open(caseId)
                .map(cycle -> CycleView.of(cycle, meetings.ahead(cycle.id()).orElse(null)));
    }

    /// @throws NotFound if there is no such meeting, or none that the actor may see
    public MeetingView meeting(UUID id, Actor actor) {
        access.require(READ_MEETING, id, actor);
        var meeting = meetings.get(id);
        var view = steps.view(meeting);
        audit.record(
                actor,
                new Consulted(
                        "meeting", List.of(meeting.id(), meeting.personId(), meeting.caseId())));
        return view;
    }

    /// Who watches a meeting without taking part, and why (R-MTG-18).
    public List<MeetingObservers.Observer> observers(UUID id, Actor actor) {
        access.require(READ_MEETING, id, actor);
        return observers.stream().flatMap(one -> one.of(id, actor).stream()).toList();
    }

    /// Agencies that should be asked to a meeting, each with its reasons.
    public List<ProposedInvitee> proposed(UUID id, Actor actor) {
        access.require(ARRANGE_MEETING, id, actor);
        return steps.proposed(meetings.get(id), actor);
    }

    /// Core agencies that were not asked to a meeting, each with the reason; for those who run it.
    public List<LeftOutView> leftOut(UUID id, Actor actor) {
        access.require(READ_MEETING, id, actor);
        return steps.leftOut(meetings.leftOut(id));
    }

    /// Meetings that begin within a time, soonest first, but for those called off.
    ///
    /// @param until not included
    public List<CalendarEntry> between(Instant from, Instant until, Actor actor) {
        return calendar.between(from, until, CalendarFilter.NONE, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.state() != MeetingState.CALLED_OFF)
                .toList();
    }

    /// Cases that wait for a date of their next meeting, soonest due first.
    public WaitingCases waiting(int most, Actor actor) {
        return new WaitingCases(calendar.waiting(most), calendar.countWaiting());
    }

    /// Meetings still to be held, soonest first.
    ///
    /// @param after the last one of the part before; null for the first
    Part<MeetingView> ahead(@Nullable UUID after, Actor actor) {
        var rows = meetings.ahead(clock.instant().minus(LONGEST), after, PART + 1);
        return Part.of(rows, PART, Meeting::id, steps::view);
    }

    /// Cycles that last, soonest due first, with what is arranged.
    ///
    /// @param after the last one of the part before; null for the first
    Part<CycleView> due(@Nullable UUID after, Actor actor) {
        var rows = meetings.openCycles(after, PART + 1);
        return Part.of(rows, PART, MeetingCycle::id, this::view);
    }

    private CycleView view(MeetingCycle cycle) {
        return CycleView.of(cycle, meetings.ahead(cycle.id()).orElse(null));
    }

    private void record(
            Meeting meeting, What what, List<UUID> recipients, Map<String, ?> detail, Actor actor) {
        audit.record(actor, MeetingChanged.of(what, meeting, recipients, detail));
    }

    private void record(
            MeetingCycle cycle,
            What what,
            List<UUID> recipients,
            Map<String, ?> detail,
            Actor actor) {
        audit.record(actor, MeetingChanged.of(what, cycle, recipients, detail));
    }
}
