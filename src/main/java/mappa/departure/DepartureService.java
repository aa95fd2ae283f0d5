package mappa.departure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.identity.Role;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Recording and reading departures from guidance. The board reads rule, reason, approval and days
/// of all; what belongs to a case only those read who may see the case.
@ApplicationScoped
@Transactional
public class DepartureService {

    /// Rows of a page.
    static final int PAGE = 25;

    private final Departures departures;
    private final Access access;
    private final Actors actors;
    private final Instance<Departable> departable;
    private final AuditTrail audit;
    private final Clock clock;

    DepartureService(
            Departures departures,
            Access access,
            Actors actors,
            @Any Instance<Departable> departable,
            AuditTrail audit,
            Clock clock) {
        this.departures = departures;
        this.access = access;
        this.actors = actors;
        this.departable = departable;
        this.audit = audit;
        this.clock = clock;
    }

    /// Rules that can be departed from, by number.
    public List<Departable> rules(Actor actor) {
        return departable.stream().sorted(Comparator.comparing(one -> one.rule().id())).toList();
    }

    /// Those who can approve a departure in the actor's area, by name.
    public Map<UUID, String> approvers(Actor actor) {
        return actors.names(approvers(actor.areaFor(Operation.RECORD_DEPARTURE)));
    }

    private Set<UUID> approvers(String area) {
        return Stream.of(Role.MAPPA_COORDINATOR, Role.CHAIR, Role.SMB_CHAIR)
                .flatMap(role -> actors.holders(area, role).stream())
                .collect(Collectors.toSet());
    }

    /// A page of the area's departures, the last recorded first.
    public DepartureList list(@Nullable UUID after, Actor actor) {
        var area = actor.areaFor(Operation.READ_DEPARTURES);
        var rows = departures.page(area, after, PAGE + 1);
        var shown = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
        var role = Objects.requireNonNull(actor.role());
        Map<UUID, DepartureDetail> details =
                Operation.RECORD_DEPARTURE.allows(role)
                        ? departures.details(shown.stream().map(Departure::id).toList())
                        : Map.of();
        var cases =
                details.values().stream()
                        .map(DepartureDetail::thingId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (!cases.isEmpty()) {
            audit.record(actor, new Consulted("departures", cases));
        }
        var names =
                actors.names(
                        shown.stream()
                                .flatMap(
                                        one ->
                                                Stream.of(
                                                        one.approvedBy(),
                                                        one.recordedBy(),
                                                        one.endedBy()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toCollection(HashSet::new)));
        return new DepartureList(
                shown.stream().map(one -> view(one, details.get(one.id()), names)).toList(),
                rows.size() > PAGE ? shown.getLast().id() : null);
    }

    /// A departure on which something stands that the actor reads; empty for whoever may not read
    /// departures.
    public Optional<DepartureView> find(UUID id, Actor actor) {
        var role = actor.role();
        if (role == null || !Operation.READ_DEPARTURES.allows(role)) {
            return Optional.empty();
        }
        var one = departures.get(id, actor.areaFor(Operation.READ_DEPARTURES));
        var people = Stream.of(one.approvedBy(), one.recordedBy(), one.endedBy());
        return Optional.of(
                view(
                        one,
                        Operation.RECORD_DEPARTURE.allows(role)
                                ? departures.details(List.of(id)).get(id)
                                : null,
                        actors.names(people.filter(Objects::nonNull).toList())));
    }

    private DepartureView view(
            Departure one, @Nullable DepartureDetail detail, Map<UUID, String> names) {
        return new DepartureView(
                one.id(),
                one.rule(),
                departable.stream()
                        .filter(known -> known.rule().id().equals(one.rule()))
                        .map(Departable::words)
                        .findFirst()
                        .orElse(null),
                one.reason(),
                names.getOrDefault(one.approvedBy(), ""),
                one.fromOn(),
                one.toOn(),
                names.getOrDefault(one.recordedBy(), ""),
                one.recordedAt(),
                one.endedOn(),
                names.get(one.endedBy()),
                detail == null ? null : detail.reference(),
                detail == null ? null : detail.what(),
                one.allowsOn(London.today(clock)));
    }

    /// Records a departure in the actor's area.
    ///
    /// @throws mappa.rule.Invalid if the rule is none that can be departed from, or its approval,
    ///   reason or days are missing
    /// @throws mappa.rule.NotFound if it is about a thing that the actor may not see
    @Once
    public UUID record(RecordDeparture command, Actor actor) {
        var area = actor.areaFor(Operation.RECORD_DEPARTURE);
        if (command.thing() != null && access.relations(command.thing(), actor).isEmpty()) {
            throw new mappa.rule.NotFound(Departure.class);
        }
        var known = departable.stream().anyMatch(one -> one.rule().id().equals(command.rule()));
        var departure =
                new Departure(
                        area, command, known, approvers(area), actor.personId(), clock.instant());
        departures.add(departure);
        departures.add(new DepartureDetail(departure, command));
        happened(departure, command.thing(), false, actor);
        return departure.id();
    }

    /// Ends a departure today, before its last day.
    @Once
    public void end(UUID id, Actor actor) {
        var departure = departures.get(id, actor.areaFor(Operation.RECORD_DEPARTURE));
        departure.end(London.today(clock), actor.personId());
        var detail = departures.details(List.of(id)).get(id);
        happened(departure, detail == null ? null : detail.thingId(), true, actor);
    }

    private void happened(Departure departure, @Nullable UUID thing, boolean ended, Actor actor) {
        audit.record(
                actor,
                new DepartureRecorded(
                        departure.id(), departure.area(), departure.rule(), thing, ended));
    }
}
