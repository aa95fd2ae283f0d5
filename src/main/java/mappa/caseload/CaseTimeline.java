package mappa.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.caseload.CasePart.EventKind;
import mappa.caseload.CasePart.Happening;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// What has happened to a case, put together from its facts and from what other features tell.
@ApplicationScoped
class CaseTimeline {

    private final Cases cases;
    private final Actors actors;
    private final Instance<CasePart> parts;
    private final Clock clock;

    CaseTimeline(Cases cases, Actors actors, @Any Instance<CasePart> parts, Clock clock) {
        this.cases = cases;
        this.actors = actors;
        this.parts = parts;
        this.clock = clock;
    }

    /// Newest first.
    List<Happening> of(Case found, Actor actor) {
        var history = cases.history(found);
        var custody = cases.custody(found);
        var now = clock.instant();
        var circumstances = cases.circumstances(found);
        var names = names(found, history, custody, circumstances);
        var happenings = new ArrayList<Happening>();
        happenings.add(
                new Happening(
                        found.recordedAt(),
                        EventKind.CASE,
                        Said.of("caseload.event.case-opened", found.reference().toString()),
                        name(names, found.recordedBy()),
                        null));
        for (var row : history.eligibilities(now)) {
            happenings.addAll(ofCategory(history.first(row), row, names));
            for (var level : history.levels(row, now)) {
                happenings.add(ofLevel(history.first(level), level, names));
            }
        }
        for (var row : custody.locations()) {
            happenings.add(
                    new Happening(
                            custody.first(row).recordedAt(),
                            EventKind.CUSTODY,
                            Said.of(
                                    "caseload.event.location",
                                    Said.code("caseload.location", row.location()),
                                    Said.day(row.from())),
                            name(names, custody.first(row).recordedBy()),
                            null));
        }
        for (var row : custody.dates()) {
            happenings.add(
                    new Happening(
                            row.recordedAt(),
                            EventKind.CUSTODY,
                            Said.of(
                                    row.isCurrent()
                                            ? "caseload.event.date"
                                            : "caseload.event.date-superseded",
                                    Said.code("caseload.date", row.kind()),
                                    Shown.fact(row.day())),
                            name(names, row.recordedBy()),
                            null));
        }
        for (var row : circumstances) {
            happenings.add(
                    new Happening(
                            row.recordedAt(),
                            EventKind.CIRCUMSTANCE,
                            Said.of(
                                    row.isOpen()
                                            ? "caseload.event.circumstance"
                                            : "caseload.event.circumstance-ended",
                                    Said.code("caseload.circumstance", row.kind()),
                                    Said.day(row.to().orElse(row.from())),
                                    row.reason()),
                            name(names, row.recordedBy()),
                            null));
        }
        parts.forEach(part -> happenings.addAll(part.happenings(CaseSummary.of(found), actor)));
        happenings.sort(Comparator.comparing(Happening::at).reversed());
        return happenings;
    }

    private static List<Happening> ofCategory(
            MappaEligibility first, MappaEligibility row, Map<UUID, String> names) {
        var opened =
                new Happening(
                        first.recordedAt(),
                        EventKind.CATEGORY,
                        Said.of(
                                "caseload.event.category-opened",
                                row.category().number(),
                                Said.code("caseload.basis", row.basis()),
                                Said.day(row.from())),
                        name(names, first.recordedBy()),
                        null);
        return row.to()
                .map(
                        to ->
                                List.of(
                                        opened,
                                        new Happening(
                                                row.recordedAt(),
                                                EventKind.CATEGORY,
                                                Said.of(
                                                        "caseload.event.category-ended",
                                                        row.category().number(),
                                                        Said.day(to),
                                                        Said.code(
                                                                "caseload.end-reason",
                                                                row.endReason().orElseThrow())),
                                                name(names, row.recordedBy()),
                                                null)))
                .orElse(List.of(opened));
    }

    private static Happening ofLevel(LevelSpell first, LevelSpell row, Map<UUID, String> names) {
        var corrected = !first.from().equals(row.from());
        return new Happening(
                first.recordedAt(),
                EventKind.LEVEL,
                Said.of(
                        corrected ? "caseload.event.level-corrected" : "caseload.event.level",
                        row.level().number(),
                        Said.day(row.from()),
                        row.reason(),
                        Said.day(first.from())),
                name(names, first.recordedBy()),
                null);
    }

    private static @Nullable String name(Map<UUID, String> names, @Nullable UUID person) {
        return person == null ? null : names.get(person);
    }

    private Map<UUID, String> names(
            Case found,
            CategoryHistory history,
            Custody custody,
            List<Circumstance> circumstances) {
        return actors.names(
                Stream.of(
                                Stream.of(found.recordedBy()),
                                history.writers().stream(),
                                circumstances.stream().map(Spell::recordedBy),
                                custody.writers().stream())
                        .flatMap(writers -> writers)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }
}
