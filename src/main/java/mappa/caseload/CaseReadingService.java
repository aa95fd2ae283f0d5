package mappa.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.rule.NotFound;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// What is read about cases: each answer is logged with it (R-ACC-01).
@ApplicationScoped
@Transactional
public class CaseReadingService {

    /// Rows of a page of a list.
    static final int PAGE = 25;

    private final People people;
    private final Cases cases;
    private final CaseViews views;
    private final CaseTimeline timeline;
    private final Instance<CasePart> parts;
    private final CaseSubjects subjectsOf;
    private final Agencies agencies;
    private final Actors actors;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    CaseReadingService(
            People people,
            Cases cases,
            CaseViews views,
            CaseTimeline timeline,
            @Any Instance<CasePart> parts,
            CaseSubjects subjectsOf,
            Agencies agencies,
            Actors actors,
            Access access,
            AuditTrail audit,
            Clock clock) {
        this.people = people;
        this.cases = cases;
        this.views = views;
        this.timeline = timeline;
        this.parts = parts;
        this.subjectsOf = subjectsOf;
        this.agencies = agencies;
        this.actors = actors;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// A case with its banner.
    ///
    /// @param purpose why it is read, where the reader was asked
    /// @throws NotFound if there is none with that id, or none that the actor may see
    public CaseView view(UUID caseId, @Nullable String purpose, Actor actor) {
        return views.of(read(caseId, "case", purpose, actor), London.today(clock));
    }

    /// Whether the actor may change the case: not one that their area gave to another.
    public boolean mayChange(UUID caseId, Actor actor) {
        return access.allows(Operation.CHANGE_CASE, caseId, actor);
    }

    /// What stands on a case's summary from one feature.
    public record PartView(String heading, String empty, List<CasePart.Item> items) {}

    /// What the other features have to say about a case, in their order.
    public List<PartView> parts(UUID caseId, Actor actor) {
        access.require(Operation.READ_CASE, caseId, actor);
        var of = CaseSummary.of(cases.get(caseId));
        return parts.stream()
                .sorted(Comparator.comparingInt(CasePart::order))
                .map(part -> new PartView(part.heading(), part.empty(), part.items(of, actor)))
                .toList();
    }

    /// A page of the cases that the actor may see. Showing names is one consultation of the list.
    public CaseList list(CaseFilter filter, Actor actor) {
        var today = London.today(clock);
        var rows = cases.list(filter, today, PAGE + 1);
        var shown = rows.stream().limit(PAGE).toList();
        var subjects = new LinkedHashSet<UUID>();
        for (var row : shown) {
            subjects.add(row.get("id", UUID.class));
            subjects.add(row.get("person", UUID.class));
        }
        if (!subjects.isEmpty()) {
            audit.record(actor, new Consulted("case-list", subjects));
        }
        var byCategory = new EnumMap<Category, Long>(Category.class);
        var byLevel = new EnumMap<Level, Long>(Level.class);
        long total = 0;
        for (var row : cases.counts()) {
            var number = row.get("number", Long.class);
            total += number;
            var category = People.code(row, "category", Category.class);
            var level = People.code(row, "level", Level.class);
            if (category != null && level != null) {
                byCategory.merge(category, number, Long::sum);
                byLevel.merge(level, number, Long::sum);
            }
        }
        return new CaseList(
                shown.stream().map(row -> line(row, today)).toList(),
                cases.count(filter, today),
                byCategory,
                byLevel,
                total,
                rows.size() > PAGE ? shown.getLast().get("id", UUID.class) : null);
    }

    private static CaseLine line(Tuple row, LocalDate today) {
        Fact<LocalDate> born =
                Fact.of(People.day(row, "born"), People.code(row, "born_missing", Fact.Why.class));
        return new CaseLine(
                row.get("id", UUID.class),
                new CaseReference(
                                row.get("area", String.class),
                                row.get("year", Integer.class),
                                row.get("number", Integer.class))
                        .toString(),
                row.get("name", String.class),
                born.map(day -> Person.isChild(day, today)),
                People.standing(row),
                People.code(row, "location", Location.class),
                row.get("owner", String.class));
    }

    /// Categories and levels of a case, with what stood at the end of a day.
    public LevelHistoryView levels(UUID caseId, LocalDate asAt, Actor actor) {
        var found = read(caseId, "case-levels", null, actor);
        var history = cases.history(found);
        var now = clock.instant();
        var rows = history.eligibilities(now);
        var names =
                agencies.names(
                        rows.stream()
                                .map(MappaEligibility::leadAgencyId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return new LevelHistoryView(
                asAt,
                history.standing(asAt, now).map(views::standing).orElse(null),
                rows.stream()
                        .map(
                                row ->
                                        new LevelHistoryView.CategoryLine(
                                                row.category(),
                                                row.basis(),
                                                row.from(),
                                                row.to().orElse(null),
                                                row.endReason().orElse(null),
                                                names.get(row.leadAgencyId()),
                                                levels(history, row, now)))
                        .toList(),
                people.checks(found.personId()).stream()
                        .map(check -> new LevelHistoryView.Check(check.checkedOn(), check.reason()))
                        .toList());
    }

    private List<LevelHistoryView.LevelLine> levels(
            CategoryHistory history, MappaEligibility eligibility, Instant now) {
        var levels = history.levels(eligibility, now);
        var names =
                actors.names(
                        levels.stream()
                                .map(LevelSpell::recordedBy)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return levels.stream()
                .map(
                        level ->
                                new LevelHistoryView.LevelLine(
                                        level.spellId(),
                                        level.level(),
                                        level.from(),
                                        level.to().orElse(null),
                                        level.decision().by(),
                                        level.reason(),
                                        level.recordedAt(),
                                        names.getOrDefault(level.recordedBy(), ""),
                                        level != levels.getLast()
                                                && level.to()
                                                        .map(to -> to.isAfter(level.from()))
                                                        .orElse(true)))
                .toList();
    }

    /// What has happened to a case, newest first.
    ///
    /// @param kind only these; null for all
    public List<CasePart.Happening> events(
            UUID caseId, CasePart.@Nullable EventKind kind, Actor actor) {
        var found = read(caseId, "case-timeline", null, actor);
        return timeline.of(found, actor).stream()
                .filter(happening -> kind == null || happening.kind() == kind)
                .toList();
    }

    /// Where a person lived and lives.
    public List<AddressView> addresses(UUID caseId, Actor actor) {
        var found = read(caseId, "case-addresses", null, actor);
        return people.addresses(found.personId()).stream().map(AddressView::of).toList();
    }

    /// Numbers by which other systems know the person.
    public List<Identifier> identifiers(UUID caseId, Actor actor) {
        var found = read(caseId, "case-identifiers", null, actor);
        return people.get(found.personId()).identifiers();
    }

    /// Who looked at a case, its person or what hangs on it, or changed them. Reading this is
    /// itself logged.
    ///
    /// @param before sequence before which the page begins; null for the newest
    /// @param event code of what was looked at or done; null for all
    public AccessLog accesses(
            UUID caseId, @Nullable Long before, @Nullable String event, Actor actor) {
        access.require(Operation.READ_CASE_ACCESSES, caseId, actor);
        var found = cases.get(caseId);
        var subjects = subjectsOf.of(found, actor);
        audit.record(actor, new Consulted("case-accesses", subjects));
        var rows = cases.accesses(subjects, found.area(), before, event, PAGE + 1);
        var shown = rows.stream().limit(PAGE).toList();
        var names = actors.names(ids(shown, "actor"));
        var agencyNames = agencies.names(ids(shown, "agency"));
        return new AccessLog(
                shown.stream().map(row -> access(row, names, agencyNames)).toList(),
                rows.size() > PAGE ? shown.getLast().get("sequence", Long.class) : null);
    }

    private static List<UUID> ids(List<Tuple> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column, UUID.class))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static AccessLog.Line access(
            Tuple row, Map<UUID, String> names, Map<UUID, String> agencyNames) {
        return new AccessLog.Line(
                row.get("at", Instant.class),
                names.get(row.get("actor", UUID.class)),
                row.get("job", String.class),
                row.get("role", String.class),
                agencyNames.get(row.get("agency", UUID.class)),
                row.get("operation", String.class),
                row.get("event", String.class),
                row.get("purpose", String.class),
                row.get("route", String.class));
    }

    private Case read(UUID caseId, String view, @Nullable String purpose, Actor actor) {
        access.require(Operation.READ_CASE, caseId, actor);
        var found = cases.get(caseId);
        audit.record(actor, new Consulted(view, List.of(caseId, found.personId()), purpose));
        return found;
    }
}
