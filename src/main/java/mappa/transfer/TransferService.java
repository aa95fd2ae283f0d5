package mappa.transfer;

import static mappa.identity.Operation.ANSWER_TRANSFER;
import static mappa.identity.Operation.OFFER_TRANSFER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.agency.Areas;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.caseload.HandoverService;
import mappa.caseload.PersonOutcome;
import mappa.caseload.TakeOverCase;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Consequences;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.meeting.CameAlongAction;
import mappa.meeting.MeetingHandoverService;
import mappa.referral.ReferralService;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.transfer.TransferChanged.What;
import mappa.web.Said;

/// What two areas do to hand a case over.
@ApplicationScoped
@Transactional
public class TransferService {

    private final Transfers transfers;
    private final TransferSteps steps;
    private final HandoverService cases;
    private final MeetingHandoverService meetings;
    private final ReferralService referrals;
    private final Areas areas;
    private final Agencies agencies;
    private final Actors actors;
    private final Access access;
    private final Grants grants;
    private final Consequences consequences;
    private final AuditTrail audit;
    private final Clock clock;

    TransferService(
            Transfers transfers,
            TransferSteps steps,
            HandoverService cases,
            MeetingHandoverService meetings,
            ReferralService referrals,
            Areas areas,
            Agencies agencies,
            Actors actors,
            Access access,
            Grants grants,
            Consequences consequences,
            AuditTrail audit,
            Clock clock) {
        this.transfers = transfers;
        this.steps = steps;
        this.cases = cases;
        this.meetings = meetings;
        this.referrals = referrals;
        this.areas = areas;
        this.agencies = agencies;
        this.actors = actors;
        this.access = access;
        this.grants = grants;
        this.consequences = consequences;
        this.audit = audit;
        this.clock = clock;
    }

    // ---- the area that gives it away

    /// Offers a case to another area, which is told minimum facts; the case stays until that has
    /// accepted (R-TRF-04).
    ///
    /// @param to code of the area
    /// @return id of the transfer
    /// @throws Invalid for an area that is not there, or the own
    /// @throws RuleBroken `TRF-04` if it is offered already, the person is in no category, or a
    ///   referral about them is not decided: its panel would decide on a case of another area
    @Once
    public UUID offer(UUID caseId, String to, Actor actor) {
        access.require(OFFER_TRANSFER, caseId, actor);
        if (!areas.names().containsKey(to)) {
            throw new Invalid("to", "transfer.no-such-area");
        }
        cases.lock(caseId, actor);
        if (transfers.offered(caseId).isPresent()) {
            throw refused("transfer.offered-already");
        }
        var found = cases.facts(caseId, actor);
        if (found.standing() == null) {
            throw refused("transfer.no-category");
        }
        refuseWhileReferred(found.personId(), "transfer.referral-open", actor);
        var facts = MinimumFacts.of(found, meetings.contents(caseId, to, actor));
        var transfer =
                new Transfer(found, to, facts, steps.dueIn(to), actor.personId(), clock.instant());
        grants.grant(Principals.unit(transfer.area()), transfer.id(), Relation.UNIT);
        grants.grant(Principals.unit(to), transfer.id(), Relation.RECEIVING);
        transfers.add(transfer);
        steps.declinesRead(transfers.ofCase(caseId), actor);
        steps.askForAnswer(transfer, actor);
        happened(transfer, What.OFFERED, false, true, actor);
        return transfer.id();
    }

    private void refuseWhileReferred(UUID person, String message, Actor actor) {
        if (consequences.bringAbout(() -> referrals.isOnItsWay(person, actor))) {
            throw refused(message);
        }
    }

    private static RuleBroken refused(String message) {
        return new RuleBroken(TransferRule.KEPT_UNTIL_ACCEPTED, message);
    }

    /// Takes an offer back.
    ///
    /// @throws RuleBroken `TRF-04` if the other area has answered
    @Once
    public void recall(UUID id, Actor actor) {
        access.require(OFFER_TRANSFER, id, actor);
        var transfer = transfers.lock(id);
        transfer.recall(actor.personId(), clock.instant());
        steps.withdrawn(transfer, actor);
        happened(transfer, What.RECALLED, false, true, actor);
    }

    /// The case that another area did not want stays here.
    @Once
    public void keep(UUID id, Actor actor) {
        access.require(OFFER_TRANSFER, id, actor);
        var transfer = transfers.lock(id);
        if (transfer.state() != TransferState.DECLINED) {
            throw refused("transfer.not-declined");
        }
        steps.declineRead(transfer, "KEPT", actor);
        happened(transfer, What.KEPT, false, false, actor);
    }

    // ---- the area that is asked

    /// Takes a case over: it is this area's from today, at the level it had (R-TRF-06), and the
    /// review is due in this area's own interval from the last meeting.
    ///
    /// @return the case, or people of this area who look alike and must be compared first
    /// @throws Invalid for somebody who is no coordinator of this area, or an agency of another
    /// @throws RuleBroken `TRF-04` if it is not offered any more, while the other area holds a
    ///   meeting about it, or while a referral there is not decided
    @Once
    public Acceptance accept(UUID id, AcceptTransfer command, Actor actor) {
        access.require(ANSWER_TRANSFER, id, actor);
        meetings.lock(transfers.caseOf(id), actor); // as whoever closes a meeting: the cycle first
        var transfer = transfers.lock(id);
        transfer.requireOffered();
        refuseStrangers(transfer, command);
        refuseWhileReferred(transfer.personId(), "transfer.referral-open-there", actor);
        var recognised =
                cases.recognise(
                        transfer.personId(), Objects.requireNonNull(command.verdicts()), actor);
        return switch (recognised) {
            case PersonOutcome.Created(var made) -> take(transfer, command, made, actor);
            case PersonOutcome.Recognised(var known) -> take(transfer, command, known, actor);
            case PersonOutcome.Compare(var alike) -> Acceptance.compare(alike);
        };
    }

    private void refuseStrangers(Transfer transfer, AcceptTransfer command) {
        var area = transfer.toArea();
        if (!actors.holders(area, Role.MAPPA_COORDINATOR).contains(command.coordinator())) {
            throw new Invalid("coordinator", "transfer.no-coordinator");
        }
        var lead = command.leadAgency();
        if (agencies.in(area).stream().map(AgencyView::id).noneMatch(lead::equals)) {
            throw new Invalid("leadAgency", "transfer.no-such-agency");
        }
    }

    private Acceptance take(Transfer transfer, AcceptTransfer command, UUID person, Actor actor) {
        var given = transfer.caseId();
        var found = cases.facts(given, actor);
        var contents = meetings.contents(given, transfer.toArea(), actor);
        transfer.accept(
                command, MinimumFacts.of(found, contents), actor.personId(), clock.instant());
        var left = meetings.leave(given, actor);
        var taken =
                cases.takeOver(
                        new TakeOverCase(
                                given,
                                person,
                                transfer.takenOn().orElseThrow(),
                                command.leadAgency(),
                                Said.of("transfer.level-reason", transfer.reference())),
                        actor);
        left.ifPresent(cycle -> meetings.goOn(cycle, taken.id(), actor));
        meetings.showMinutes(given, transfer.toArea(), actor);
        meetings.handOverActions(given, taken, actor);
        transfer.taken(taken, found.history());
        steps.answered(transfer, "ACCEPTED", actor);
        if (contents.actions() > 0) {
            steps.askAboutActions(transfer, actor);
        }
        happened(transfer, What.ACCEPTED, true, false, actor);
        return Acceptance.of(taken.id());
    }

    /// Does not take a case over; it stays where it is.
    ///
    /// @throws Invalid without a reason
    /// @throws RuleBroken `TRF-04` if it is not offered any more
    @Once
    public void decline(UUID id, String reason, Actor actor) {
        access.require(ANSWER_TRANSFER, id, actor);
        var transfer = transfers.lock(id);
        transfer.decline(reason, actor.personId(), clock.instant());
        steps.answered(transfer, "DECLINED", actor);
        steps.askAboutDecline(transfer, actor);
        happened(transfer, What.DECLINED, true, false, actor);
    }

    /// Gives an action that came along to an agency of this area.
    ///
    /// @throws Invalid for an agency of another area, or a day in the past
    @Once
    public void give(UUID id, UUID action, UUID agency, LocalDate dueOn, Actor actor) {
        access.require(ANSWER_TRANSFER, id, actor);
        meetings.give(taken(id), action, agency, dueOn, actor);
    }

    /// Closes an action that came along, for a reason.
    @Once
    public void close(UUID id, UUID action, String reason, Actor actor) {
        access.require(ANSWER_TRANSFER, id, actor);
        meetings.close(taken(id), action, reason, actor);
    }

    private UUID taken(UUID id) {
        return transfers.get(id).takenCaseId().orElseThrow(() -> new NotFound(Transfer.class));
    }

    // ---- what happens elsewhere

    /// Something about a case has changed: the other area reads it as it is now, or the offer ends
    /// with the person's time in MAPPA. Nothing happens where the case is not offered.
    void follow(UUID caseId, Actor actor) {
        consequences.bringAbout(
                () -> {
                    transfers.offered(caseId).ifPresent(transfer -> follow(transfer, actor));
                    return null;
                });
    }

    private void follow(Transfer transfer, Actor actor) {
        var found = cases.facts(transfer.caseId(), actor);
        if (found.standing() == null) {
            transfer.lapse(clock.instant());
            steps.withdrawn(transfer, actor);
            happened(transfer, What.LAPSED, true, true, actor);
            return;
        }
        var contents = meetings.contents(transfer.caseId(), transfer.toArea(), actor);
        transfer.facts(MinimumFacts.of(found, contents));
    }

    /// Minutes that were a draft when the case was taken over follow with their approval.
    void sendMinutes(UUID caseId, Actor actor) {
        consequences.bringAbout(
                () -> {
                    transfers.ofCase(caseId).stream()
                            .filter(one -> one.caseId().equals(caseId))
                            .filter(one -> one.state() == TransferState.ACCEPTED)
                            .forEach(one -> meetings.showMinutes(caseId, one.toArea(), actor));
                    return null;
                });
    }

    /// An action of a case was given or closed, here or at a meeting: once none that came along is
    /// left, nobody has to settle them.
    void settle(UUID caseId, Actor actor) {
        consequences.bringAbout(
                () -> {
                    if (meetings.cameAlong(caseId, actor).stream()
                            .noneMatch(CameAlongAction::unsettled)) {
                        transfers.ofCase(caseId).stream()
                                .filter(one -> caseId.equals(one.takenCaseId().orElse(null)))
                                .forEach(one -> steps.actionsSettled(one, actor));
                    }
                    return null;
                });
    }

    /// Keeps what happened in the chain of each area, with that area's own ids.
    ///
    /// @param tellsFrom and `tellsTo`: whether the coordinators of that area are told
    private void happened(Transfer of, What what, boolean tellsFrom, boolean tellsTo, Actor actor) {
        audit.record(
                actor,
                new TransferChanged(
                        what,
                        of.id(),
                        of.area(),
                        of.caseId(),
                        of.personId(),
                        of.reference(),
                        coordinators(of.area(), tellsFrom),
                        of.answerDueOn()));
        audit.record(
                actor,
                new TransferChanged(
                        what,
                        of.id(),
                        of.toArea(),
                        of.takenCaseId().orElse(null),
                        of.takenPersonId().orElse(null),
                        of.reference(),
                        coordinators(of.toArea(), tellsTo),
                        of.answerDueOn()));
    }

    private List<UUID> coordinators(String area, boolean told) {
        return told ? actors.holders(area, Role.MAPPA_COORDINATOR) : List.of();
    }
}
