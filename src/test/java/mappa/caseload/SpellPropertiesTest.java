package mappa.caseload;

import static mappa.caseload.CaseloadFixtures.BY_LEAD_AGENCY;
import static mappa.caseload.CaseloadFixtures.CATEGORY_4_FROM;
import static mappa.caseload.CaseloadFixtures.PROBATION;
import static mappa.caseload.CaseloadFixtures.anEmptyHistory;
import static mappa.caseload.CaseloadFixtures.entry;
import static mappa.caseload.CaseloadFixtures.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/// Whatever is done to a history, in whatever order, some things always hold.
class SpellPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 40;

    /// One thing somebody tries: on some day, perhaps refused.
    record Step(int kind, Category category, Basis basis, Level level, EndReason reason, int day) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(Category.class),
                        Arbitraries.of(Basis.class),
                        Arbitraries.of(Level.class),
                        Arbitraries.of(EndReason.class),
                        Arbitraries.integers().between(0, DAYS))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    @Tag("CAT-01")
    @Tag("LVL-06")
    void neverTwoCategoriesNeverTwoLevelsNeverLevel1ByAssessment(
            @ForAll("steps") List<Step> steps) {
        var history = anEmptyHistory();
        var past = new ArrayList<Known>();
        for (int i = 0; i < steps.size(); i++) {
            var at = FIRST.plusDays(DAYS).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
            var moment = at.plus(Duration.ofHours(i));
            var before = snapshot(history, moment);
            boolean refused = tried(history, steps.get(i), moment);

            if (refused) {
                assertThat(snapshot(history, moment)).isEqualTo(before);
            }
            past.add(new Known(moment, snapshot(history, moment)));
            for (int day = 0; day <= DAYS; day++) {
                holds(history, FIRST.plusDays(day), moment);
            }
        }
        for (var known : past) { // what was known at a moment is known for ever
            assertThat(snapshot(history, known.moment())).isEqualTo(known.days());
        }
    }

    record Known(Instant moment, List<Optional<String>> days) {}

    private static void holds(CategoryHistory history, LocalDate day, Instant moment) {
        var categories =
                history.eligibilities(moment).stream().filter(row -> row.holdsOn(day)).toList();
        assertThat(categories).hasSizeLessThanOrEqualTo(1);
        for (var category : categories) {
            var levels =
                    history.levels(category, moment).stream()
                            .filter(row -> row.holdsOn(day))
                            .toList();
            assertThat(levels).hasSize(1);
            assertThat(category.allows(levels.getFirst().level())).isTrue();
        }
    }

    /// Category and level at the end of each day, as known at that moment.
    private static List<Optional<String>> snapshot(CategoryHistory history, Instant moment) {
        return IntStream.rangeClosed(0, DAYS)
                .mapToObj(
                        day ->
                                history.standing(FIRST.plusDays(day), moment)
                                        .map(
                                                at ->
                                                        at.eligibility().category()
                                                                + " "
                                                                + at.level().level()))
                .toList();
    }

    private static boolean tried(CategoryHistory history, Step step, Instant moment) {
        var entry = entry(moment, FIRST.plusDays(DAYS));
        var day = FIRST.plusDays(step.day());
        var wanted = in(step.category(), step.basis(), step.level(), day);
        try {
            switch (step.kind()) {
                case 0 -> history.open(wanted, CATEGORY_4_FROM, entry);
                case 1 -> history.end(day, step.reason(), entry);
                case 2 -> history.setLevel(step.level(), day, wanted.decision(), entry);
                case 3 ->
                        history.move(
                                step.category(),
                                step.basis(),
                                day,
                                PROBATION,
                                CATEGORY_4_FROM,
                                entry);
                default -> {
                    var open = history.open();
                    if (open.isPresent()) {
                        history.correctStart(open.get().level().spellId(), day, entry);
                    } else {
                        history.setLevel(step.level(), day, BY_LEAD_AGENCY, entry);
                    }
                }
            }
            return false;
        } catch (RuleBroken | Invalid refusal) {
            return true;
        }
    }
}
