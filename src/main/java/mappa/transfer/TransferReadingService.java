package mappa.transfer;

import static mappa.identity.Operation.ANSWER_TRANSFER;
import static mappa.identity.Operation.OFFER_TRANSFER;
import static mappa.identity.Operation.READ_TRANSFER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.agency.Areas;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.caseload.HandoverService;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import mappa.meeting.MeetingHandoverService;
import mappa.time.London;
import mappa.transfer.TransferView.PartLine;

/// What the two areas of a transfer read of it.
@ApplicationScoped
@Transactional
public class TransferReadingService {

    private static final int MOST_LISTED = 200;

    private final Transfers transfers;
    private final HandoverService cases;
    private final MeetingHandoverService meetings;
    private final Areas areas;
    private final Agencies agencies;
    private final Actors actors;
    private final Access access;
    private final AuditTrail audit;

    TransferReadingService(
            Transfers transfers,
            HandoverService cases,
            MeetingHandoverService meetings,
            Areas areas,
            Agencies agencies,
            Actors actors,
            Access access,
            AuditTrail audit) {
        this.transfers = transfers;
        this.cases = cases;
        this.meetings = meetings;
        this.areas = areas;
        this.agencies = agencies;
        this.actors = actors;
        this.access = access;
        this.audit = audit;
    }

    /// What would go along with a case, and what is missing.
    public TransferDraft draft(UUID caseId, Actor actor) {
        access.require(OFFER_TRANSFER, caseId, actor);
        var found = cases.facts(caseId, actor);
        audit.record(actor, new Consulted("transfer-draft", List.of(caseId, found.personId())));
        var others = new TreeMap<>(areas.names());
        others.remove(found.area());
        return new TransferDraft(
                caseId,
                found.reference(),
                lines(PackageContents.of(found, meetings.contents(caseId, found.area(), actor))),
                others);
    }

    private static List<PartLine> lines(List<Content> contents) {
        return contents.stream().map(PartLine::of).toList();
    }

    /// Transfers of the actor's area, out of it and into it: those that wait for an answer first;
    /// 200 at most.
    public List<TransferView> list(Actor actor) {
        return transfers.all(MOST_LISTED).stream().map(one -> view(one, false, actor)).toList();
    }

    /// One transfer; with what came along for the area that has taken the case over.
    public TransferView transfer(UUID id, Actor actor) {
        access.require(READ_TRANSFER, id, actor);
        var transfer = transfers.get(id);
        var view = view(transfer, true, actor);
        var about =
                view.outgoing()
                        ? Stream.of(transfer.caseId(), transfer.personId())
                        : Stream.concat(
                                transfer.takenCaseId().stream(), transfer.takenPersonId().stream());
        audit.record(
                actor, new Consulted("transfer", Stream.concat(Stream.of(id), about).toList()));
        return view;
    }

    private TransferView view(Transfer of, boolean whole, Actor actor) {
        var names = areas.names();
        var outgoing = of.area().equals(actor.area());
        var came = whole && !outgoing && of.state() == TransferState.ACCEPTED;
        var people =
                actors.names(
                        Stream.of(
                                        Stream.of(of.offeredBy()),
                                        of.answeredBy().stream(),
                                        of.coordinator().stream())
                                .flatMap(one -> one)
                                .distinct()
                                .toList());
        var facts = of.facts();
        return new TransferView(
                of.id(),
                of.caseId(),
                of.reference(),
                of.area(),
                names.getOrDefault(of.area(), of.area()),
                of.toArea(),
                names.getOrDefault(of.toArea(), of.toArea()),
                outgoing,
                of.state(),
                facts.initials(),
                facts.category(),
                facts.level(),
                facts.lastMetOn(),
                facts.reviewDueOn(),
                lines(facts.contents()),
                people.getOrDefault(of.offeredBy(), ""),
                of.offeredAt(),
                of.answerDueOn(),
                of.answeredBy().map(people::get).orElse(null),
                of.answeredAt().map(London::dayOf).orElse(null),
                of.reason().orElse(null),
                of.coordinator().map(people::get).orElse(null),
                outgoing ? null : of.takenCaseId().orElse(null),
                came ? of.history() : List.of(),
                came ? meetings.minutes(of.caseId(), actor) : List.of(),
                came ? meetings.cameAlong(of.takenCaseId().orElseThrow(), actor) : List.of());
    }

    /// Coordinators of the actor's area, by name: one of them is named with the acceptance.
    public Map<UUID, String> coordinators(Actor actor) {
        var area = actor.areaFor(ANSWER_TRANSFER);
        var ids = actors.holders(area, Role.MAPPA_COORDINATOR);
        var names = actors.names(ids);
        var inOrder = new LinkedHashMap<UUID, String>();
        ids.forEach(id -> inOrder.put(id, Objects.requireNonNull(names.get(id))));
        return inOrder;
    }

    /// Agencies of the actor's area, by name.
    public Map<UUID, String> agencies(Actor actor) {
        var inOrder = new LinkedHashMap<UUID, String>();
        for (AgencyView one : agencies.in(actor.areaFor(ANSWER_TRANSFER))) {
            inOrder.put(one.id(), one.name());
        }
        return inOrder;
    }
}
