package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.caseload.CaseSummary;
import mappa.caseload.CaseloadService;
import mappa.identity.Actor;
import mappa.identity.Consequences;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.task.WorkItemService;
import mappa.time.London;

/// What happens to meetings, minutes and actions when another area takes a case over. Nothing here
/// asks whether the actor may: the command on the transfer was allowed already.
@ApplicationScoped
@Transactional
public class MeetingHandoverService {

    private final MeetingService service;
    private final ActionService actionService;
    private final Meetings meetings;
    private final MinutesRegister register;
    private final AgreedActions actions;
    private final MeetingSteps steps;
    private final CaseloadService caseload;
    private final Agencies agencies;
    private final WorkItemService tasks;
    private final Grants grants;
    private final Consequences consequences;
    private final Clock clock;

    MeetingHandoverService(
            MeetingService service,
            ActionService actionService,
            Meetings meetings,
            MinutesRegister register,
            AgreedActions actions,
            MeetingSteps steps,
            CaseloadService caseload,
            Agencies agencies,
            WorkItemService tasks,
            Grants grants,
            Consequences consequences,
            Clock clock) {
        this.service = service;
        this.actionService = actionService;
        this.meetings = meetings;
        this.register = register;
        this.actions = actions;
        this.steps = steps;
        this.caseload = caseload;
        this.agencies = agencies;
        this.tasks = tasks;
        this.grants = grants;
        this.consequences = consequences;
        this.clock = clock;
    }

    /// Nobody holds, closes or moves a meeting about the case until the transaction ends.
    public void lock(UUID caseId, Actor actor) {
        consequences.bringAbout(() -> meetings.lockOpen(caseId));
    }

    /// What there is to hand over at this moment; whoever asks need not be able to see the case.
    ///
    /// @param area code of the area that would take it over
    public MeetingsToHandOver contents(UUID caseId, String area, Actor actor) {
        return consequences.bringAbout(
                () -> {
                    var cycle = meetings.open(caseId);
                    var minutes = register.ofCase(caseId);
                    var approved = minutes.stream().filter(Minutes::isApproved).count();
                    return new MeetingsToHandOver(
                            cycle.flatMap(MeetingCycle::lastHeldOn).orElse(null),
                            cycle.map(
                                            one ->
                                                    steps.dueIn(
                                                            area,
                                                            one,
                                                            caseload.situation(caseId, actor)))
                                    .orElse(null),
                            (int) approved,
                            (int) (minutes.size() - approved),
                            (int) open(caseId).count());
                });
    }

    private Stream<AgreedAction> open(UUID caseId) {
        return actions.ofCase(caseId).stream().filter(one -> one.state().isOpen());
    }

    /// Ends the meetings about a case in the area that gives it away.
    ///
    /// @return the cycle that has ended; empty where there was none
    /// @throws RuleBroken `TRF-04` while a meeting about the case is being held
    public Optional<UUID> leave(UUID caseId, Actor actor) {
        return service.leave(caseId, actor);
    }

    /// Lets the meetings about a case go on in the area that takes it over.
    ///
    /// @param left the cycle that has ended with [#leave]
    public void goOn(UUID left, UUID caseId, Actor actor) {
        service.goOn(left, caseId, actor);
    }

    /// The unit of an area reads the approved minutes of a case that it takes over; those that are
    /// approved later, when this is called again.
    public void showMinutes(UUID caseId, String area, Actor actor) {
        consequences.bringAbout(
                () -> {
                    register.ofCase(caseId).stream()
                            .filter(Minutes::isApproved)
                            .forEach(
                                    one ->
                                            grants.grant(
                                                    Principals.unit(area),
                                                    one.id(),
                                                    Relation.RECEIVING));
                    return null;
                });
    }

    /// Minutes of the meetings about a case that the actor may see, the latest meeting first.
    public List<MinutesSummary> minutes(UUID caseId, Actor actor) {
        return register.ofCase(caseId).stream().map(MinutesSummary::of).toList();
    }

    /// Every open action of a case goes along; its agency is not asked for it any more and goes on
    /// reading it.
    public void handOverActions(UUID caseId, CaseSummary to, Actor actor) {
        consequences.bringAbout(
                () -> {
                    var number =
                            actions.ofCase(to.id()).stream().mapToInt(AgreedAction::number).max();
                    var next = number.orElse(0);
                    for (var action : open(caseId).toList()) {
                        var taken = new AgreedAction(action, to, ++next);
                        actions.add(taken);
                        grants.grant(Principals.unit(to.area()), taken.id(), Relation.UNIT);
                        tasks.withdrawAll(action.id(), actor);
                        actionService.handedOver(action, actor);
                    }
                    return null;
                });
    }

    // ---- in the area that took it over

    /// Actions that came along with a case, by number, for those who may see them.
    public List<CameAlongAction> cameAlong(UUID caseId, Actor actor) {
        var rows = ofOthers(caseId);
        var names =
                agencies.names(
                        rows.stream()
                                .flatMap(
                                        one ->
                                                Stream.concat(
                                                        one.agency().stream(),
                                                        one.originAgency().stream()))
                                .distinct()
                                .toList());
        return rows.stream()
                .map(
                        one ->
                                new CameAlongAction(
                                        one.id(),
                                        one.number(),
                                        one.what(),
                                        one.originAgency().map(names::get).orElse(null),
                                        one.dueOn().orElse(null),
                                        one.result().orElse(null),
                                        one.agency().map(names::get).orElse(null),
                                        one.state(),
                                        one.isUnsettled()))
                .toList();
    }

    private List<AgreedAction> ofOthers(UUID caseId) {
        return actions.ofCase(caseId).stream().filter(AgreedAction::cameAlong).toList();
    }

    /// Gives an action that came along to an agency of the area, which is asked the same day.
    ///
    /// @throws Invalid for an agency of another area, or a day in the past
    /// @throws RuleBroken `ACT-03` if it was settled before
    public void give(UUID caseId, UUID id, UUID agency, LocalDate dueOn, Actor actor) {
        var action = unsettled(caseId, id);
        if (agencies.in(action.area()).stream().map(AgencyView::id).noneMatch(agency::equals)) {
            throw new Invalid("agency", "meeting.no-such-agency");
        }
        action.giveTo(agency, dueOn, London.today(clock));
        actionService.giveOut(action, actor);
    }

    /// Closes an action that came along, for a reason.
    ///
    /// @throws RuleBroken `ACT-03` if it was settled before
    public void close(UUID caseId, UUID id, String reason, Actor actor) {
        var action = unsettled(caseId, id);
        action.closeUngiven(reason);
        actionService.closed(action, actor);
    }

    private AgreedAction unsettled(UUID caseId, UUID id) {
        return ofOthers(caseId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(AgreedAction.class));
    }
}
