package mappa.meeting;

import static mappa.identity.Operation.FINISH_ACTION;
import static mappa.identity.Operation.READ_ACTION;
import static mappa.identity.Operation.READ_RECORD;
import static mappa.identity.Operation.RUN_MEETING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.meeting.ActionChanged.What;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.WorkItemService;
import org.jspecify.annotations.Nullable;

/// What meetings agree that agencies do, and what becomes of it.
@ApplicationScoped
@Transactional
public class ActionService {

    static final String FINISH_KIND = "finish-action";
    static final String AGREED_DAY = "meeting.due.agreed";

    private final Meetings meetings;
    private final AgreedActions actions;
    private final MeetingSteps steps;
    private final Agencies agencies;
    private final WorkItemService tasks;
    private final AuditTrail audit;
    private final Access access;
    private final Grants grants;
    private final Actors actors;
    private final Clock clock;

    ActionService(
            Meetings meetings,
            AgreedActions actions,
            MeetingSteps steps,
            Agencies agencies,
            WorkItemService tasks,
            AuditTrail audit,
            Access access,
            Grants grants,
            Actors actors,
            Clock clock) {
        this.meetings = meetings;
        this.actions = actions;
        this.steps = steps;
        this.agencies = agencies;
        this.tasks = tasks;
        this.audit = audit;
        this.access = access;
        this.grants = grants;
        this.actors = actors;
        this.clock = clock;
    }

    // ---- at the meeting

    /// Writes an action down; what is not settled yet can be added until the meeting closes.
    ///
    /// @return its id
    /// @throws Invalid for an agency of another area, or a person of another agency
    @Once
    public UUID agree(UUID meetingId, AgreeAction command, Actor actor) {
        var meeting = running(meetingId, actor);
        refuseStrangers(meeting, command);
        var number = actions.ofCase(meeting.caseId()).stream().mapToInt(AgreedAction::number).max();
        var action = new AgreedAction(meeting, number.orElse(0) + 1, command);
        actions.add(action);
        record(What.AGREED, action, List.of(), actor);
        return action.id();
    }

    /// As [#agree], of one that is written down already.
    ///
    /// @throws RuleBroken `ACT-03` once its agency was asked
    @Once
    public void change(UUID meetingId, UUID id, AgreeAction command, Actor actor) {
        var meeting = running(meetingId, actor);
        refuseStrangers(meeting, command);
        var action = ofCase(meeting, id);
        action.agree(command, meeting.dayOf());
        record(What.AGREED, action, List.of(), actor);
    }

    /// Takes a note off that is no action after all.
    ///
    /// @throws RuleBroken `ACT-03` once its agency was asked
    @Once
    public void takeOff(UUID meetingId, UUID id, Actor actor) {
        var action = ofCase(running(meetingId, actor), id);
        if (action.isGiven()) {
            throw new RuleBroken(MeetingRule.PREVIOUS_ACTIONS, "meeting.action-given");
        }
        action.takeOff();
        record(What.TAKEN_OFF, action, List.of(), actor);
    }

    /// Says what became of an earlier action; said again at the same meeting, the last counts.
    ///
    /// @throws RuleBroken `ACT-03` if it has ended before
    @Once
    public void answer(UUID meetingId, UUID id, AnswerAction command, Actor actor) {
        var meeting = running(meetingId, actor);
        var action = ofCase(meeting, id);
        action.answer(meeting, command, actor.personId(), clock.instant());
        record(What.ANSWERED, action, List.of(), actor);
    }

    private Meeting running(UUID meetingId, Actor actor) {
        access.require(RUN_MEETING, meetingId, actor);
        var meeting = meetings.lockMeeting(meetingId);
        meeting.requireState(MeetingState.STARTED);
        return meeting;
    }

    private AgreedAction ofCase(Meeting meeting, UUID id) {
        var action = actions.get(id);
        if (!action.caseId().equals(meeting.caseId())) {
            throw new NotFound(AgreedAction.class);
        }
        return action;
    }

    private void refuseStrangers(Meeting meeting, AgreeAction command) {
        var agency = command.agency();
        if (agency != null
                && agencies.in(meeting.area()).stream()
                        .map(AgencyView::id)
                        .noneMatch(agency::equals)) {
            throw new Invalid("owner", "meeting.no-such-agency");
        }
        if (command.owner() != null
                && (agency == null
                        || !actors.appointedFor(agency, null).contains(command.owner()))) {
            throw new Invalid("owner", "meeting.action-stranger");
        }
    }

    /// The meeting closes: each agency is asked for what was agreed the same day (R-ACT-09), and no
    /// longer for what has ended.
    void giveOut(Meeting meeting, Actor actor) {
        for (var action : actions.before(meeting)) {
            follow(action, meeting, actor);
        }
        for (var action : actions.agreed(meeting)) {
            grantChair(action, meeting);
            giveOut(action, actor);
        }
    }

    void giveOut(AgreedAction action, Actor actor) {
        action.give(clock.instant());
        var agency = action.agency().orElseThrow();
        grants.grant(Principals.unit(action.area()), action.id(), Relation.UNIT);
        grants.grant(Principals.agency(agency), action.id(), Relation.RESPONSIBLE);
        ask(action, actor);
        record(What.GIVEN, action, told(action), actor);
    }

    /// Another area has the case now, and the action with it.
    void handedOver(AgreedAction action, Actor actor) {
        record(What.HANDED_OVER, action, List.of(), actor);
    }

    /// An action that came from another area is not done here.
    void closed(AgreedAction action, Actor actor) {
        record(What.CLOSED, action, List.of(), actor);
    }

    private void follow(AgreedAction action, Meeting meeting, Actor actor) {
        var answer = action.answerOf(meeting.id()).orElseThrow();
        grantChair(action, meeting);
        tasks.withdrawAll(action.id(), actor);
        if (answer.outcome() == ActionOutcome.NEW_DATE) {
            action.askAgain();
            ask(action, actor);
            record(What.GIVEN, action, told(action), actor);
        }
    }

    /// Whoever chairs sees the action and the work of its agency from now on.
    private void grantChair(AgreedAction action, Meeting meeting) {
        grants.grant(Principals.person(meeting.chair()), action.id(), Relation.CHAIR);
    }

    private void ask(AgreedAction action, Actor actor) {
        var agency = action.agency().orElseThrow();
        tasks.open(
                new OpenWork(
                        action.id(),
                        FINISH_KIND,
                        action.round(),
                        new TaskDetails(
                                action.area(),
                                action.caseId(),
                                action.reference(),
                                page(action.id()),
                                audience(action, agency),
                                action.owner().orElse(null),
                                agency,
                                action.dueOn().orElseThrow(),
                                AGREED_DAY)),
                actor);
    }

    private List<String> audience(AgreedAction action, UUID agency) {
        var people = told(action);
        return people.isEmpty()
                ? List.of(Principals.agency(agency))
                : people.stream().map(Principals::person).toList();
    }

    private List<UUID> told(AgreedAction action) {
        return action.owner()
                .map(List::of)
                .orElseGet(() -> steps.spokespeople(action.agency().orElseThrow()));
    }

    static String page(UUID action) {
        return "/actions/" + action;
    }

    // ---- at the agency

    /// One action, for those who run its case's meetings and for its agency.
    ///
    /// @throws NotFound if there is none, or none that the actor may see
    public ActionView action(UUID id, Actor actor) {
        var action = actions.get(id);
        if (!access.allows(READ_ACTION, id, actor)) {
            access.require(READ_ACTION, action.caseId(), actor);
        }
        audit.record(
                actor, new Consulted("action", List.of(id, action.personId(), action.caseId())));
        return views(List.of(action), null).getFirst();
    }

    /// How many actions of a case agencies were given that nobody has ended since: they are closed
    /// or handed over before it leaves (R-ACT-08).
    public long open(UUID caseId, Actor actor) {
        return actions.ofCase(caseId).stream()
                .filter(one -> one.isGiven() && one.state().isOpen())
                .count();
    }

    /// The agency says that it is done; the next meeting looks at it (R-ACT-05).
    ///
    /// @throws RuleBroken `ACT-03` if it is not open
    /// @throws Invalid without a result
    @Once
    public void finish(UUID id, String result, Actor actor) {
        access.require(FINISH_ACTION, id, actor);
        var action = actions.get(id);
        action.claim(result);
        tasks.completeFor(id, FINISH_KIND, action.round(), null, "DONE", actor);
        record(What.CLAIMED, action, List.of(), actor);
    }

    /// Whether the actor can say now that it is done.
    public boolean canFinish(UUID id, Actor actor) {
        var action = actions.get(id);
        return action.isGiven()
                && action.state() == ActionState.OPEN
                && access.allows(FINISH_ACTION, id, actor);
    }

    // ---- reading

    /// Those to whom a meeting can give an action: each agency of the area, for its single point of
    /// contact, and the people of those that were asked.
    public List<ActionOwner> owners(UUID meetingId, Actor actor) {
        access.require(RUN_MEETING, meetingId, actor);
        var meeting = meetings.get(meetingId);
        var owners = new ArrayList<ActionOwner>();
        for (var agency : agencies.in(meeting.area())) {
            owners.add(new ActionOwner(agency.id(), agency.name(), null, null));
            if (meeting.invitation(agency.id()).isPresent()) {
                var people = actors.appointedFor(agency.id(), null).stream().distinct().toList();
                var names = actors.names(people);
                people.forEach(
                        one ->
                                owners.add(
                                        new ActionOwner(
                                                agency.id(), agency.name(), one, names.get(one))));
            }
        }
        return owners;
    }

    /// What a meeting starts with: earlier actions that nobody has ended, with what this meeting
    /// says of each.
    public List<ActionView> before(UUID meetingId, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        return views(actions.before(meetings.get(meetingId)), meetingId);
    }

    /// What the meeting has agreed.
    public List<ActionView> agreed(UUID meetingId, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        return views(actions.agreed(meetings.get(meetingId)), meetingId);
    }

    private List<ActionView> views(List<AgreedAction> of, @Nullable UUID meeting) {
        var people =
                actors.names(of.stream().flatMap(one -> one.owner().stream()).distinct().toList());
        var names =
                agencies.names(
                        of.stream().flatMap(one -> one.agency().stream()).distinct().toList());
        return of.stream()
                .map(
                        one ->
                                ActionView.of(
                                        one,
                                        meeting == null ? null : one.answerOf(meeting).orElse(null),
                                        people,
                                        names))
                .toList();
    }

    private void record(What what, AgreedAction action, List<UUID> recipients, Actor actor) {
        var detail =
                Map.of(
                        "number",
                        action.number(),
                        "state",
                        action.state().name(),
                        "dueOn",
                        Objects.toString(action.dueOn().orElse(null), ""));
        audit.record(
                actor,
                new ActionChanged(
                        what,
                        action.id(),
                        action.meetingId(),
                        action.personId(),
                        action.caseId(),
                        action.reference(),
                        action.area(),
                        recipients,
                        detail));
    }
}
