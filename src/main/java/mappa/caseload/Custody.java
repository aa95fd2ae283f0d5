package mappa.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.rule.Invalid;
import mappa.schedule.Stay;
import org.jspecify.annotations.Nullable;

/// All that was ever recorded on where a person was and on the dates of the sentence.
class Custody {

    private final UUID caseId;
    private final String area;
    private final List<LocationSpell> locations;
    private final List<SentenceDate> dates;
    private final List<Object> added = new ArrayList<>();

    /// @param locations all rows, superseded ones too; as `dates`
    Custody(UUID caseId, String area, List<LocationSpell> locations, List<SentenceDate> dates) {
        this.caseId = caseId;
        this.area = area;
        this.locations = new ArrayList<>(locations);
        this.dates = new ArrayList<>(dates);
    }

    /// Rows that changes have added since this was read.
    List<Object> added() {
        return List.copyOf(added);
    }

    Optional<LocationSpell> now() {
        return locations.stream().filter(row -> row.isCurrent() && row.isOpen()).findFirst();
    }

    /// Where the person was, newest first.
    List<LocationSpell> locations() {
        return locations.stream()
                .filter(Spell::isCurrent)
                .sorted(
                        Comparator.comparing(LocationSpell::from)
                                .thenComparing(LocationSpell::spellId)
                                .reversed())
                .toList();
    }

    /// Time in custody and hospital, earliest first; the last one may last.
    List<Stay> stays() {
        return locations().reversed().stream()
                .filter(row -> row.location().isHeld())
                .map(row -> new Stay(kind(row.location()), row.from(), row.to().orElse(null)))
                .toList();
    }

    private static Stay.Kind kind(Location location) {
        return location == Location.HOSPITAL_MHA ? Stay.Kind.HOSPITAL : Stay.Kind.CUSTODY;
    }

    /// The row with which a spell began to be recorded.
    LocationSpell first(LocationSpell row) {
        return locations.stream()
                .filter(other -> other.id().equals(row.spellId()))
                .findFirst()
                .orElseThrow();
    }

    /// Dates as they were recorded, superseded ones too.
    List<SentenceDate> dates() {
        return List.copyOf(dates);
    }

    /// Accounts of those who wrote any of it down.
    List<UUID> writers() {
        return Stream.concat(
                        locations.stream().map(Spell::recordedBy),
                        dates.stream().map(SentenceDate::recordedBy))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    Fact<LocalDate> day(DateKind kind) {
        return dates.stream()
                .filter(row -> row.isCurrent() && row.kind() == kind)
                .map(SentenceDate::day)
                .findFirst()
                .orElse(Fact.notRecorded());
    }

    /// The last day of a category, as far as a recorded date says so: of Category 1 that of the
    /// notification requirements (R-CAT-02), of Category 2 that of the sentence including licence
    /// (R-CAT-03).
    Optional<LocalDate> lastDayOf(Category category) {
        return switch (category) {
            case CATEGORY_1 -> day(DateKind.NOTIFICATION_END).toOptional();
            case CATEGORY_2 ->
                    day(DateKind.SENTENCE_END)
                            .toOptional()
                            .or(() -> day(DateKind.LICENCE_END).toOptional());
            case CATEGORY_3, CATEGORY_4 -> Optional.empty();
        };
    }

    /// The person is somewhere else from that day on.
    ///
    /// @throws Invalid if the day is to come, or before the day they came where they are
    LocationSpell moved(Location to, @Nullable String place, LocalDate on, Entry entry) {
        if (on.isAfter(entry.today())) {
            throw new Invalid("from", "caseload.day-not-in-future", entry.today(), on);
        }
        var before = now();
        if (before.isPresent() && on.isBefore(before.get().from())) {
            throw new Invalid("from", "caseload.day-not-before", before.get().from(), on);
        }
        before.ifPresent(
                row -> {
                    row.supersede(entry.at());
                    add(row.ended(on, entry));
                });
        var spell = new LocationSpell(caseId, area, to, place, on, entry);
        add(spell);
        return spell;
    }

    /// Records dates of the sentence; a date equal to what is held changes nothing.
    ///
    /// @throws Invalid if they would then be out of order: sentence, release, end of licence, end
    ///   of sentence
    void record(Map<DateKind, Fact<LocalDate>> given, Entry entry) {
        refuseOutOfOrder(given);
        for (var kind : DateKind.values()) {
            var day = given.get(kind);
            if (day == null || day.equals(day(kind))) {
                continue;
            }
            dates.stream()
                    .filter(row -> row.isCurrent() && row.kind() == kind)
                    .findFirst()
                    .ifPresent(row -> row.supersede(entry.at()));
            var row = new SentenceDate(caseId, area, kind, day, entry);
            dates.add(row);
            added.add(row);
        }
    }

    /// As [#record], but a day that contradicts what is held is left out: the case knows better.
    void recordIfInOrder(DateKind kind, LocalDate day, Entry entry) {
        Map<DateKind, Fact<LocalDate>> given = Map.of(kind, Fact.known(day));
        if (outOfOrder(given).isEmpty()) {
            record(given, entry);
        }
    }

    private void refuseOutOfOrder(Map<DateKind, Fact<LocalDate>> given) {
        outOfOrder(given)
                .ifPresent(
                        problem -> {
                            throw new Invalid(List.of(problem));
                        });
    }

    private Optional<Invalid.Problem> outOfOrder(Map<DateKind, Fact<LocalDate>> given) {
        Optional<LocalDate> before = Optional.empty();
        for (var kind : DateKind.values()) {
            if (!kind.isOfSentence()) {
                continue;
            }
            var day = given.getOrDefault(kind, day(kind)).toOptional();
            if (day.isPresent() && before.isPresent() && day.get().isBefore(before.get())) {
                return Optional.of(
                        Invalid.Problem.of(
                                "dates." + kind.name(),
                                "caseload.dates-out-of-order",
                                before.get(),
                                day.get()));
            }
            if (day.isPresent()) {
                before = day;
            }
        }
        return Optional.empty();
    }

    private void add(LocationSpell row) {
        locations.add(row);
        added.add(row);
    }
}
