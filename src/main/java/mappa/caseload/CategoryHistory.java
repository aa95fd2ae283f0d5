package mappa.caseload;

import static mappa.caseload.CaseloadRule.CATEGORY_3_LAST;
import static mappa.caseload.CaseloadRule.CATEGORY_4_BEGAN;
import static mappa.caseload.CaseloadRule.LEVEL_DECISION;
import static mappa.caseload.CaseloadRule.NEVER_LEVEL_1;
import static mappa.caseload.CaseloadRule.ONE_CATEGORY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// All that was ever recorded on a case's categories and levels, and every change to it.
///
/// A change adds rows ([#added()]) and supersedes others; a refused one leaves all as it was.
class CategoryHistory {

    /// A category with the level it is at.
    record Standing(MappaEligibility eligibility, LevelSpell level) {}

    /// What setting a level led to.
    sealed interface LevelSet {
        /// The person is at that level from that day.
        record At(LevelSpell spell) implements LevelSet {}

        /// Level 1 was set for somebody who is in MAPPA only for Level 2 or 3: they leave it.
        record Left(MappaEligibility eligibility) implements LevelSet {}
    }

    private final UUID caseId;
    private final UUID personId;
    private final String area;
    private final List<MappaEligibility> eligibilities;
    private final List<LevelSpell> levels;
    private final List<Spell> added = new ArrayList<>();

    /// @param eligibilities all rows, superseded ones too, in any order
    CategoryHistory(
            UUID caseId,
            UUID personId,
            String area,
            List<MappaEligibility> eligibilities,
            List<LevelSpell> levels) {
        this.caseId = caseId;
        this.personId = personId;
        this.area = area;
        this.eligibilities = new ArrayList<>(eligibilities);
        this.levels = new ArrayList<>(levels);
    }

    /// Rows that changes have added since this was read, in the order they were made.
    List<Spell> added() {
        return List.copyOf(added);
    }

    /// Category and level at the end of a day, as we held them to be at a moment. Empty if the
    /// person was not in MAPPA.
    Optional<Standing> standing(LocalDate day, Instant knownAt) {
        return eligibilities.stream()
                .filter(row -> row.isKnownAt(knownAt) && row.holdsOn(day))
                .findFirst()
                .flatMap(
                        eligibility ->
                                levels.stream()
                                        .filter(row -> of(eligibility, row))
                                        .filter(row -> row.isKnownAt(knownAt) && row.holdsOn(day))
                                        .findFirst()
                                        .map(level -> new Standing(eligibility, level)));
    }

    /// The category that lasts, if there is one.
    Optional<Standing> open() {
        return eligibilities.stream()
                .filter(row -> row.isCurrent() && row.isOpen())
                .findFirst()
                .map(eligibility -> new Standing(eligibility, openLevel(eligibility)));
    }

    /// The latest row of each category, newest first, as we held them to be at a moment.
    List<MappaEligibility> eligibilities(Instant knownAt) {
        return newestFirst(eligibilities.stream(), knownAt);
    }

    /// The levels of a category, newest first, as we held them to be at a moment.
    List<LevelSpell> levels(MappaEligibility eligibility, Instant knownAt) {
        return newestFirst(levels.stream().filter(row -> of(eligibility, row)), knownAt);
    }

    /// The row with which a spell began to be recorded.
    MappaEligibility first(MappaEligibility row) {
        return first(eligibilities, row);
    }

    /// The row with which a spell began to be recorded.
    LevelSpell first(LevelSpell row) {
        return first(levels, row);
    }

    private static <S extends Spell> S first(List<S> rows, S row) {
        return rows.stream()
                .filter(other -> other.id().equals(row.spellId()))
                .findFirst()
                .orElseThrow();
    }

    /// Accounts of those who wrote any of it down.
    List<UUID> writers() {
        return Stream.concat(eligibilities.stream(), levels.stream())
                .map(Spell::recordedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /// Puts the person in a category.
    ///
    /// @param category4From first day on which Category 4 is offered: a setting of the area
    /// @throws RuleBroken `CAT-01` if another lasts or lasted then, `CAT-02` … `CAT-04` if a
    ///   category has not that basis, `CAT-06` before Category 4 began, `CAT-07` for Category 3
    ///   beside another, `LVL-06` for Level 1 in Category 3 or discretionary 4, `LVL-09` without
    ///   reason or decision
    Standing open(OpenEligibility wanted, LocalDate category4From, Entry entry) {
        refuseFuture("from", wanted.from(), entry);
        for (var row : eligibilities) {
            if (row.isCurrent() && row.overlaps(wanted.from(), null)) {
                throw new RuleBroken(
                        ONE_CATEGORY, "caseload.one-category", row.category().number(), row.from());
            }
        }
        if (wanted.category() == Category.CATEGORY_3
                && wanted.alsoMeets().stream().anyMatch(c -> c != Category.CATEGORY_3)) {
            throw new RuleBroken(CATEGORY_3_LAST, "caseload.category-3-last");
        }
        if (wanted.category() == Category.CATEGORY_4 && wanted.from().isBefore(category4From)) {
            throw new RuleBroken(CATEGORY_4_BEGAN, "caseload.category-4-began", category4From);
        }
        var eligibility =
                new MappaEligibility(
                        personId,
                        caseId,
                        area,
                        wanted.category(),
                        wanted.basis(),
                        wanted.from(),
                        wanted.leadAgencyId(),
                        entry);
        var level =
                new LevelSpell(
                        eligibility, wanted.level(), wanted.from(), wanted.decision(), entry);
        add(eligibility);
        add(level);
        return new Standing(eligibility, level);
    }

    /// Ends the category that lasts, and its level with it.
    ///
    /// @param on the first day on which it no longer holds; an entry in error is taken back to its
    ///   first day, whatever is given here
    /// @throws RuleBroken `CAT-01` if none lasts, `CAT-02` … `CAT-05` if this one does not end so
    MappaEligibility end(LocalDate on, EndReason reason, Entry entry) {
        var standing = lasting();
        boolean error = reason == EndReason.ENTERED_IN_ERROR;
        var eligibility = standing.eligibility();
        if (!error) {
            refuseFuture("on", on, entry);
            refuseBefore("on", on, standing.level().from());
        }
        var ended = eligibility.ended(error ? eligibility.from() : on, reason, entry);
        for (var row : currentLevels(eligibility)) {
            if (error) {
                replace(row, row.on(row.from(), row.from(), entry), entry);
            } else if (row.isOpen()) {
                replace(row, row.on(row.from(), on, entry), entry);
            }
        }
        replace(eligibility, ended, entry);
        return ended;
    }

    /// Moves the person from the category that lasts to another, at the level they are at.
    ///
    /// @throws RuleBroken as [#open] and [#end]; also `CAT-01` for the category they are in
    Standing move(
            Category category,
            Basis basis,
            LocalDate on,
            @Nullable UUID leadAgencyId,
            LocalDate category4From,
            Entry entry) {
        var before = lasting();
        if (before.eligibility().category() == category && before.eligibility().basis() == basis) {
            throw new RuleBroken(
                    ONE_CATEGORY,
                    "caseload.one-category",
                    category.number(),
                    before.eligibility().from());
        }
        var wanted =
                new OpenEligibility(
                        category,
                        basis,
                        Set.of(),
                        on,
                        leadAgencyId,
                        before.level().level(),
                        before.level().decision());
        var trial =
                new MappaEligibility(
                        personId, caseId, area, category, basis, on, leadAgencyId, entry);
        if (!trial.allows(wanted.level())) {
            throw new RuleBroken(NEVER_LEVEL_1, "caseload.never-level-1", category.number());
        }
        if (category == Category.CATEGORY_4 && on.isBefore(category4From)) {
            throw new RuleBroken(CATEGORY_4_BEGAN, "caseload.category-4-began", category4From);
        }
        end(on, EndReason.MOVED_CATEGORY, entry);
        return open(wanted, category4From, entry);
    }

    /// Sets the level from a day on. Level 1 for somebody in MAPPA only for Level 2 or 3 means that
    /// they leave it.
    ///
    /// @throws RuleBroken `CAT-01` if no category lasts; `LVL-09` without reason or decision, or
    ///   for the level they are at
    LevelSet setLevel(Level level, LocalDate on, LevelDecision decision, Entry entry) {
        var standing = lasting();
        refuseFuture("on", on, entry);
        refuseBefore("on", on, standing.level().from());
        if (standing.level().level() == level) {
            throw new RuleBroken(
                    LEVEL_DECISION,
                    "caseload.level-is-set",
                    level.number(),
                    standing.level().from());
        }
        if (!standing.eligibility().allows(level)) {
            return new LevelSet.Left(end(on, EndReason.DEREGISTERED_L23, entry));
        }
        var spell = new LevelSpell(standing.eligibility(), level, on, decision, entry);
        replace(standing.level(), standing.level().on(standing.level().from(), on, entry), entry);
        add(spell);
        return new LevelSet.At(spell);
    }

    /// A screening accepted the person at Level 2 or 3. The category that lasts is used; without
    /// one, the referral's is opened. Somebody already at that level stays there.
    ///
    /// @throws RuleBroken as [#open] and [#setLevel]
    Standing accept(OpenEligibility accepted, LocalDate category4From, Entry entry) {
        var before = open();
        if (before.isEmpty()) {
            return open(accepted, category4From, entry);
        }
        if (before.get().level().level() != accepted.level()) {
            setLevel(accepted.level(), accepted.from(), accepted.decision(), entry);
        }
        return lasting();
    }

    /// Corrects the first day of a level and the last day of the one before it, which must meet.
    ///
    /// @throws Invalid if the level before or after would then not last from a day to a later one
    LevelSpell correctStart(UUID spellId, LocalDate from, Entry entry) {
        refuseFuture("from", from, entry);
        var spell =
                levels.stream()
                        .filter(row -> row.isCurrent() && row.spellId().equals(spellId))
                        .findFirst()
                        .orElseThrow(() -> new NotFound(LevelSpell.class));
        var eligibility =
                eligibilities.stream()
                        .filter(row -> row.isCurrent() && of(row, spell))
                        .findFirst()
                        .orElseThrow();
        refuseBefore("from", from, eligibility.from());
        if (spell.to().isPresent() && !from.isBefore(spell.to().get())) {
            throw new Invalid("from", "caseload.not-after-end", spell.to().get());
        }
        var before =
                currentLevels(eligibility).stream()
                        .filter(row -> row.to().equals(Optional.of(spell.from())) && row != spell)
                        .max(Comparator.comparing(Spell::from).thenComparing(Spell::recordedAt));
        if (before.isEmpty()) {
            throw new Invalid(
                    "from", "caseload.first-level-starts-with-category", eligibility.from());
        }
        refuseBefore("from", from, before.get().from());
        replace(before.get(), before.get().on(before.get().from(), from, entry), entry);
        var corrected = spell.on(from, spell.to().orElse(null), entry);
        replace(spell, corrected, entry);
        return corrected;
    }

    private Standing lasting() {
        return open().orElseThrow(() -> new RuleBroken(ONE_CATEGORY, "caseload.no-category-lasts"));
    }

    private LevelSpell openLevel(MappaEligibility eligibility) {
        return currentLevels(eligibility).stream()
                .filter(Spell::isOpen)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a category lasts without a level"));
    }

    private List<LevelSpell> currentLevels(MappaEligibility eligibility) {
        return levels.stream().filter(row -> row.isCurrent() && of(eligibility, row)).toList();
    }

    private static boolean of(MappaEligibility eligibility, LevelSpell level) {
        return level.eligibilityId().equals(eligibility.spellId());
    }

    private static <S extends Spell> List<S> newestFirst(Stream<S> rows, Instant knownAt) {
        return rows.filter(row -> row.isKnownAt(knownAt))
                .sorted(Comparator.comparing(S::from).thenComparing(S::spellId).reversed())
                .toList();
    }

    private static void refuseFuture(String field, LocalDate day, Entry entry) {
        if (day.isAfter(entry.today())) {
            throw new Invalid(field, "caseload.day-not-in-future", entry.today(), day);
        }
    }

    private static void refuseBefore(String field, LocalDate day, LocalDate earliest) {
        if (day.isBefore(earliest)) {
            throw new Invalid(field, "caseload.day-not-before", earliest, day);
        }
    }

    private void add(MappaEligibility row) {
        eligibilities.add(row);
        added.add(row);
    }

    private void add(LevelSpell row) {
        levels.add(row);
        added.add(row);
    }

    private void replace(MappaEligibility row, MappaEligibility by, Entry entry) {
        row.supersede(entry.at());
        add(by);
    }

    private void replace(LevelSpell row, LevelSpell by, Entry entry) {
        row.supersede(entry.at());
        add(by);
    }
}
