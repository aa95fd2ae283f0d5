package mappa.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.caseload.CaseChanged.What;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// What about a case asks for agencies at its meetings: said and ended by the unit and the case
/// owner, each with a day and a reason.
@ApplicationScoped
@Transactional
public class CircumstanceService {

    private final Cases cases;
    private final Access access;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    CircumstanceService(Cases cases, Access access, Actors actors, AuditTrail audit, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was ever said of a case: what lasts first, then the latest first.
    public List<CircumstanceView> all(UUID caseId, Actor actor) {
        access.require(Operation.READ_CASE, caseId, actor);
        var found = cases.get(caseId);
        audit.record(actor, new Consulted("case-circumstances", List.of(caseId, found.personId())));
        var rows = cases.circumstances(found);
        var names =
                actors.names(
                        rows.stream()
                                .map(Spell::recordedBy)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return rows.stream()
                .filter(Spell::isCurrent)
                .map(row -> view(row, rows, names))
                .sorted(
                        Comparator.comparing((CircumstanceView view) -> view.to() != null)
                                .thenComparing(CircumstanceView::from, Comparator.reverseOrder()))
                .toList();
    }

    /// Whether the actor may say more of the case: not of one that their area gave to another.
    public boolean mayChange(UUID caseId, Actor actor) {
        return access.allows(Operation.CHANGE_CIRCUMSTANCES, caseId, actor);
    }

    private static CircumstanceView view(
            Circumstance row, List<Circumstance> rows, Map<UUID, String> names) {
        var first =
                rows.stream()
                        .filter(other -> other.id().equals(row.spellId()))
                        .findFirst()
                        .orElseThrow();
        var ended = !row.isOpen();
        return new CircumstanceView(
                row.spellId(),
                row.kind(),
                row.from(),
                first.reason(),
                first.recordedAt(),
                name(names, first),
                row.to().orElse(null),
                ended ? row.reason() : null,
                ended ? row.recordedAt() : null,
                ended ? name(names, row) : null);
    }

    private static @Nullable String name(Map<UUID, String> names, Spell row) {
        return row.recordedBy() == null ? null : names.get(row.recordedBy());
    }

    /// Says that something is so from a day on.
    ///
    /// @throws Invalid if it is said already, or without a reason, or from a day to come
    @Once
    public void set(UUID caseId, SetCircumstance command, Actor actor) {
        access.require(Operation.CHANGE_CIRCUMSTANCES, caseId, actor);
        var found = cases.lock(caseId);
        current(found)
                .filter(row -> row.kind() == command.kind())
                .filter(row -> row.isOpen() || row.overlaps(command.from(), null))
                .findFirst()
                .ifPresent(CircumstanceService::refuseAgain);
        cases.add(
                new Circumstance(
                        found,
                        command.kind(),
                        command.from(),
                        command.reason(),
                        Entry.of(actor, clock)));
        changed(found, What.CIRCUMSTANCE_SET, command.kind(), command.from(), actor);
    }

    private static void refuseAgain(Circumstance held) {
        throw held.to()
                .map(
                        to ->
                                new Invalid(
                                        "from",
                                        "caseload.circumstance.problem.overlaps",
                                        held.from(),
                                        to))
                .orElseGet(() -> new Invalid("kind", "caseload.circumstance.problem.already"));
    }

    /// Says that it is so no longer; what was said stays readable.
    ///
    /// @throws Invalid without a reason, or for a day that cannot be
    /// @throws NotFound if the case has none such that lasts
    @Once
    public void end(UUID caseId, UUID spellId, LocalDate on, String reason, Actor actor) {
        access.require(Operation.CHANGE_CIRCUMSTANCES, caseId, actor);
        var found = cases.lock(caseId);
        var row =
                current(found)
                        .filter(one -> one.isOpen() && one.spellId().equals(spellId))
                        .findFirst()
                        .orElseThrow(() -> new NotFound(Circumstance.class));
        var entry = Entry.of(actor, clock);
        cases.add(row.ended(on, reason, entry));
        row.supersede(entry.at());
        changed(found, What.CIRCUMSTANCE_ENDED, row.kind(), on, actor);
    }

    private Stream<Circumstance> current(Case found) {
        return cases.circumstances(found).stream().filter(Spell::isCurrent);
    }

    private void changed(Case found, What what, CircumstanceKind kind, LocalDate on, Actor actor) {
        audit.record(
                actor,
                new CaseChanged(
                        found.id(),
                        found.personId(),
                        found.area(),
                        what,
                        Map.of("circumstance", kind, "on", on)));
    }
}
