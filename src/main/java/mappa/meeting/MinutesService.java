package mappa.meeting;

import static mappa.identity.Operation.ADD_TO_MINUTES;
import static mappa.identity.Operation.APPROVE_MINUTES;
import static mappa.identity.Operation.READ_MINUTES;
import static mappa.identity.Operation.TAKE_MINUTES;
import static mappa.identity.Operation.WRITE_MINUTES;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.agency.Agreements;
import mappa.agency.Areas;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.meeting.MinutesChanged.What;
import mappa.process.Outbox;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.task.WorkItemService;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// What is done with minutes, from the closing of their meeting to the agencies that get them.
/// Commands act on the minutes, never on a task, so all of them work while the engine is away.
@ApplicationScoped
@Transactional
public class MinutesService {

    static final String DRAFT = "Task_DraftMinutes";
    static final String APPROVE = "Task_ApproveMinutes";
    static final String DISTRIBUTE = "Task_DistributeMinutes";

    private static final int MOST_LISTED = 200;

    private final MinutesRegister register;
    private final MinutesContent content;
    private final Meetings meetings;
    private final MeetingSteps steps;
    private final Areas areas;
    private final Agencies agencies;
    private final Agreements agreements;
    private final WorkItemService tasks;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Access access;
    private final Grants grants;
    private final Actors actors;
    private final Clock clock;

    MinutesService(
            MinutesRegister register,
            MinutesContent content,
            Meetings meetings,
            MeetingSteps steps,
            Areas areas,
            Agencies agencies,
            Agreements agreements,
            WorkItemService tasks,
            Outbox outbox,
            AuditTrail audit,
            Access access,
            Grants grants,
            Actors actors,
            Clock clock) {
        this.register = register;
        this.content = content;
        this.meetings = meetings;
        this.steps = steps;
        this.areas = areas;
        this.agencies = agencies;
        this.agreements = agreements;
        this.tasks = tasks;
        this.outbox = outbox;
        this.audit = audit;
        this.access = access;
        this.grants = grants;
        this.actors = actors;
        this.clock = clock;
    }

    /// A meeting was closed: its minutes are due.
    void begin(UUID meetingId, Actor actor) {
        var meeting = meetings.get(meetingId);
        var timetable = steps.timetable(meeting.area());
        var minutes =
                new Minutes(
                        meeting,
                        timetable.draftDue(meeting.heldOn()),
                        timetable.minutesDue(meeting.heldOn(), meeting.level()));
        register.add(minutes);
        grants.grant(Principals.unit(minutes.area()), minutes.id(), Relation.UNIT);
        grants.grant(Principals.person(minutes.chair()), minutes.id(), Relation.CHAIR);
        record(minutes, What.BEGUN, List.of(), Map.of("dueOn", minutes.dueOn().toString()), actor);
    }

    // ---- drafting

    /// Keeps the text that leads through one section.
    ///
    /// @throws Changed if somebody saved it since the writer read it
    /// @throws RuleBroken `MIN-11` unless it is a draft
    @Once
    public void write(UUID id, RecordSection section, String text, int read, Actor actor) {
        access.require(WRITE_MINUTES, id, actor);
        var minutes = register.lock(id);
        minutes.write(section, text, read, actor.personId(), clock.instant());
        record(minutes, What.WRITTEN, List.of(), Map.of("section", section.name()), actor);
    }

    @Once
    public void sendToChair(UUID id, Actor actor) {
        access.require(WRITE_MINUTES, id, actor);
        var minutes = register.lock(id);
        minutes.sendToChair(actor.personId(), clock.instant());
        complete(minutes, DRAFT, seat(minutes), "SENT", Map.of(), actor);
        record(
                minutes,
                What.SENT_TO_CHAIR,
                List.of(minutes.chair()),
                Map.of("number", minutes.draft()),
                actor);
    }

    /// The chair gives the draft back.
    ///
    /// @throws Invalid without notes
    @Once
    public void giveBack(UUID id, String notes, Actor actor) {
        access.require(APPROVE_MINUTES, id, actor);
        var minutes = register.lock(id);
        var seat = seat(minutes);
        minutes.giveBack(notes, actor.personId(), clock.instant());
        var answer = Map.of("approved", false, "draft", minutes.draft());
        complete(minutes, APPROVE, seat, "GIVEN_BACK", answer, actor);
        record(
                minutes,
                What.GIVEN_BACK,
                actors.holders(minutes.area(), Role.MAPPA_ADMINISTRATOR),
                Map.of("number", minutes.draft()),
                actor);
    }

    /// The chair fixes what the minutes say.
    ///
    /// @throws RuleBroken `MIN-01` for who wrote the draft, where the area asks for two people
    @Once
    public void approve(UUID id, Actor actor) {
        access.require(APPROVE_MINUTES, id, actor);
        var minutes = register.lock(id);
        var twoPeople = areas.settings(minutes.area()).minutesPeople() > 1;
        minutes.approve(twoPeople, content.of(minutes, actor), actor.personId(), clock.instant());
        complete(minutes, APPROVE, seat(minutes), "APPROVED", Map.of("approved", true), actor);
        record(minutes, What.APPROVED, List.of(), Map.of("number", minutes.draft()), actor);
    }

    private static String seat(Minutes minutes) {
        return Integer.toString(minutes.draft());
    }

    private void complete(
            Minutes minutes,
            String element,
            @Nullable String seat,
            String outcome,
            Map<String, ?> answer,
            Actor actor) {
        tasks.completeFor(minutes.cycleId(), element, minutes.round(), seat, outcome, actor);
        outbox.complete(minutes.cycleId(), element, minutes.round(), seat, answer);
    }

    // ---- giving them out

    /// Agencies that may get minutes, with what speaks for each.
    public List<ProposedRecipient> proposed(UUID id, Actor actor) {
        access.require(WRITE_MINUTES, id, actor);
        var minutes = register.get(id);
        var given = minutes.recipients().stream().map(MinutesRecipient::agency).distinct().toList();
        var invited = meetings.get(minutes.meetingId()).invitations();
        var names = agencies.names(invited.stream().map(Invitation::agency).toList());
        return invited.stream()
                .filter(one -> !given.contains(one.agency()))
                .map(
                        one ->
                                new ProposedRecipient(
                                        one.agency(),
                                        names.getOrDefault(one.agency(), ""),
                                        reason(one),
                                        steps.spokespeople(one.agency()).size(),
                                        mayBeGiven(one.agency())))
                .toList();
    }

    private static DistributionReason reason(Invitation of) {
        var answer = of.answer().orElse(null);
        if (answer == InvitationAnswer.ATTENDS || answer == InvitationAnswer.DEPUTY) {
            return DistributionReason.ATTENDED;
        }
        return of.isReturned() ? DistributionReason.REPORTED : DistributionReason.INVITED;
    }

    /// A guest gets nothing in writing without a live information sharing agreement (R-INF-05).
    private boolean mayBeGiven(UUID agency) {
        return agencies.find(agency)
                .filter(one -> agreements.mayBeInvited(one, London.today(clock)))
                .isPresent();
    }

    /// Gives approved minutes to agencies that were asked to the meeting; each of their people is
    /// told once, and each is one row of the audit.
    ///
    /// @throws Invalid for nobody, and for an agency that was not asked
    /// @throws RuleBroken `INF-05` for a guest without an agreement; then nobody gets them
    @Once
    public void distribute(UUID id, DistributeMinutes command, Actor actor) {
        access.require(WRITE_MINUTES, id, actor);
        var minutes = register.lock(id);
        if (command.to().isEmpty()) {
            throw new Invalid("agency", "meeting.minutes.nobody");
        }
        var meeting = meetings.get(minutes.meetingId());
        for (var to : command.to()) {
            var invitation =
                    meeting.invitation(to.agency())
                            .orElseThrow(() -> new Invalid("agency", "meeting.minutes.not-asked"));
            if (!mayBeGiven(to.agency())) {
                throw new RuleBroken(
                        MeetingRule.AGREEMENT,
                        "meeting.minutes.no-agreement",
                        agencies.names(List.of(to.agency())).getOrDefault(to.agency(), ""));
            }
            var given =
                    minutes.distribute(
                            to,
                            steps.spokespeople(to.agency()),
                            reason(invitation),
                            actor.personId(),
                            clock.instant());
            grants.grant(Principals.agency(to.agency()), id, Relation.RECIPIENT);
            given.forEach(line -> record(minutes, line, actor));
        }
        if (minutes.distributed(clock.instant())) {
            complete(minutes, DISTRIBUTE, null, "DISTRIBUTED", Map.of(), actor);
        }
    }

    private void record(Minutes minutes, MinutesRecipient line, Actor actor) {
        record(
                minutes,
                What.DISTRIBUTED,
                line.person().map(List::of).orElse(List.of()),
                Map.of(
                        "agency",
                        line.agency(),
                        "reason",
                        line.reason().name(),
                        "heldBack",
                        line.heldBack().stream().map(RecordSection::name).toList()),
                actor);
    }

    /// Corrects approved minutes; whoever has them is told again.
    ///
    /// @throws RuleBroken `MIN-11` before the approval
    @Once
    public void addAddendum(UUID id, AddAddendum command, Actor actor) {
        access.require(ADD_TO_MINUTES, id, actor);
        var minutes = register.lock(id);
        var added = minutes.add(command, actor.personId(), clock.instant());
        record(
                minutes,
                What.ADDENDUM_ADDED,
                minutes.recipients().stream()
                        .filter(one -> one.mayRead(command.section()))
                        .flatMap(one -> one.person().stream())
                        .distinct()
                        .toList(),
                Map.of("number", added.number()),
                actor);
    }

    // ---- reading

    /// @throws NotFound if there are none with that id, or none that the actor may see
    public MinutesView minutes(UUID id, Actor actor) {
        access.require(READ_MINUTES, id, actor);
        var minutes = register.get(id);
        audit.record(
                actor,
                new Consulted(
                        "minutes",
                        List.of(
                                minutes.id(),
                                minutes.meetingId(),
                                minutes.personId(),
                                minutes.caseId())));
        return view(minutes, actor);
    }

    /// As [#minutes], to be taken out of the service as a file.
    ///
    /// @param format a code: `PDF`
    public MinutesView takeAsFile(UUID id, String format, Actor actor) {
        access.require(TAKE_MINUTES, id, actor);
        var minutes = register.get(id);
        record(minutes, What.TAKEN_AS_FILE, List.of(), Map.of("format", format), actor);
        return view(minutes, actor);
    }

    /// Those not given out yet, soonest due first, then the others, the latest first; 200 at most.
    /// Without those that came with a case from another area: they stand with its transfer.
    public List<MinutesSummary> list(Actor actor) {
        return register.all(MOST_LISTED).stream()
                .filter(one -> one.area().equals(actor.area()))
                .map(MinutesSummary::of)
                .toList();
    }

    /// The minutes of a meeting; empty where there are none, or none that the actor may see.
    public Optional<MinutesSummary> ofMeeting(UUID meetingId, Actor actor) {
        return register.ofMeeting(meetingId).map(MinutesSummary::of);
    }

    private MinutesView view(Minutes of, Actor actor) {
        var people = new LinkedHashSet<UUID>();
        people.add(of.chair());
        of.approvedBy().ifPresent(people::add);
        of.texts().forEach(text -> people.add(text.savedBy()));
        of.addenda().forEach(addendum -> people.add(addendum.by()));
        of.recipients().forEach(one -> one.person().ifPresent(people::add));
        var names = actors.names(List.copyOf(people));
        var agencyNames =
                agencies.names(of.recipients().stream().map(MinutesRecipient::agency).toList());
        return new MinutesView(
                MinutesSummary.of(of),
                of.cycleId(),
                of.chair(),
                names.getOrDefault(of.chair(), ""),
                of.approvedBy().map(names::get).orElse(null),
                of.approvedAt().orElse(null),
                of.isApproved() ? of.sections() : content.of(of, actor),
                heldBack(of),
                of.texts().stream()
                        .map(
                                text ->
                                        new MinutesView.Text(
                                                text.section(),
                                                text.text(),
                                                text.saves(),
                                                names.get(text.savedBy()),
                                                text.savedAt()))
                        .toList(),
                of.state() == MinutesState.DRAFT && !of.returns().isEmpty()
                        ? of.returns().getLast().notes()
                        : null,
                of.recipients().stream()
                        .map(
                                one ->
                                        new MinutesView.Recipient(
                                                one.agency(),
                                                agencyNames.getOrDefault(one.agency(), ""),
                                                one.person().map(names::get).orElse(null),
                                                one.reason(),
                                                one.heldBack(),
                                                one.sentAt()))
                        .toList(),
                of.addenda().stream()
                        .map(
                                one ->
                                        new MinutesView.Addendum(
                                                one.number(),
                                                one.section().orElse(null),
                                                one.what(),
                                                one.why(),
                                                names.getOrDefault(one.by(), ""),
                                                one.at()))
                        .toList());
    }

    /// What the database does not give to the reader's agency: named, so that nobody takes the
    /// minutes for whole.
    private static Set<RecordSection> heldBack(Minutes of) {
        if (!of.isApproved()) {
            return Set.of();
        }
        var there = of.sections().stream().map(part -> part.key()).toList();
        var missing = new TreeSet<>(EnumSet.allOf(RecordSection.class));
        missing.removeIf(section -> there.contains(section.path()));
        return missing;
    }

    private void record(
            Minutes minutes, What what, List<UUID> recipients, Map<String, ?> detail, Actor actor) {
        audit.record(actor, MinutesChanged.of(what, minutes, recipients, detail));
    }
}
