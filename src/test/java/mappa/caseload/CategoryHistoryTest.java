package mappa.caseload;

import static mappa.caseload.Basis.DISCRETIONARY;
import static mappa.caseload.Basis.STATUTORY;
import static mappa.caseload.CaseloadFixtures.BY_LEAD_AGENCY;
import static mappa.caseload.CaseloadFixtures.BY_SCREENING;
import static mappa.caseload.CaseloadFixtures.CATEGORY_4_FROM;
import static mappa.caseload.CaseloadFixtures.PROBATION;
import static mappa.caseload.CaseloadFixtures.TODAY;
import static mappa.caseload.CaseloadFixtures.aHistory;
import static mappa.caseload.CaseloadFixtures.anEmptyHistory;
import static mappa.caseload.CaseloadFixtures.endOf;
import static mappa.caseload.CaseloadFixtures.in;
import static mappa.caseload.CaseloadFixtures.on;
import static mappa.caseload.Category.CATEGORY_1;
import static mappa.caseload.Category.CATEGORY_2;
import static mappa.caseload.Category.CATEGORY_3;
import static mappa.caseload.Category.CATEGORY_4;
import static mappa.caseload.Level.LEVEL_1;
import static mappa.caseload.Level.LEVEL_2;
import static mappa.caseload.Level.LEVEL_3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Set;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CategoryHistoryTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    @Test
    @Tag("CAT-01")
    void refusesASecondCategoryWhileOneLasts() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_1, MARCH);

        var refusal = broken(() -> open(history, CATEGORY_2, STATUTORY, LEVEL_1, TODAY));

        assertThat(refusal.rule()).isEqualTo(CaseloadRule.ONE_CATEGORY);
        assertThat(refusal.arguments()).containsExactly(1, MARCH);
        assertThat(history.eligibilities(endOf(TODAY))).hasSize(1);
    }

    @Test
    @Tag("CAT-01")
    void takesASecondCategoryFromTheDayTheFirstEndedAndNotADayBefore() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_1, MARCH);
        var ended = LocalDate.of(2026, 4, 10);
        history.end(ended, EndReason.REGISTRATION_EXPIRED, on(TODAY));

        var refusal =
                broken(() -> open(history, CATEGORY_2, STATUTORY, LEVEL_1, ended.minusDays(1)));
        open(history, CATEGORY_2, STATUTORY, LEVEL_1, ended);

        assertThat(refusal.rule()).isEqualTo(CaseloadRule.ONE_CATEGORY);
        assertThat(history.open().orElseThrow().eligibility().category()).isEqualTo(CATEGORY_2);
    }

    @Test
    @Tag("CAT-01")
    @Tag("CAT-08")
    void movesToAnotherCategoryByClosingTheFirstAsMoved() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_2, MARCH);

        var after =
                history.move(
                        CATEGORY_3, DISCRETIONARY, TODAY, PROBATION, CATEGORY_4_FROM, on(TODAY));

        assertThat(after.eligibility().category()).isEqualTo(CATEGORY_3);
        assertThat(after.level().level()).isEqualTo(LEVEL_2);
        var before = history.eligibilities(endOf(TODAY)).getLast();
        assertThat(before.endReason()).contains(EndReason.MOVED_CATEGORY);
        assertThat(before.to()).contains(TODAY);
    }

    @Test
    @Tag("LVL-06")
    void refusesToMoveSomebodyAtLevel1ToCategory3AndChangesNothing() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_1, MARCH);

        var refusal =
                broken(
                        () ->
                                history.move(
                                        CATEGORY_3,
                                        DISCRETIONARY,
                                        TODAY,
                                        PROBATION,
                                        CATEGORY_4_FROM,
                                        on(TODAY)));

        assertThat(refusal.rule()).isEqualTo(CaseloadRule.NEVER_LEVEL_1);
        assertThat(history.open().orElseThrow().eligibility().category()).isEqualTo(CATEGORY_1);
        assertThat(history.added()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "CATEGORY_1, STATUTORY,",
        "CATEGORY_1, DISCRETIONARY, CAT-02",
        "CATEGORY_2, STATUTORY,",
        "CATEGORY_2, DISCRETIONARY, CAT-03",
        "CATEGORY_3, DISCRETIONARY,",
        "CATEGORY_3, STATUTORY, CAT-04",
        "CATEGORY_4, STATUTORY,",
        "CATEGORY_4, DISCRETIONARY,"
    })
    @Tag("CAT-02")
    @Tag("CAT-03")
    @Tag("CAT-04")
    @Tag("CAT-05")
    void eachCategoryHasItsBasis(Category category, Basis basis, String rule) {
        var history = anEmptyHistory();

        if (rule == null) {
            open(history, category, basis, LEVEL_2, TODAY);
            assertThat(history.open()).isPresent();
        } else {
            var refusal = broken(() -> open(history, category, basis, LEVEL_2, TODAY));
            assertThat(refusal.rule().id()).isEqualTo(rule);
            assertThat(history.open()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CATEGORY_1, STATUTORY, REGISTRATION_EXPIRED,",
        "CATEGORY_1, STATUTORY, NOTIFICATION_REVOKED,",
        "CATEGORY_1, STATUTORY, SENTENCE_ENDED, CAT-02",
        "CATEGORY_1, STATUTORY, DEREGISTERED_L23, CAT-02",
        "CATEGORY_2, STATUTORY, SENTENCE_ENDED,",
        "CATEGORY_2, STATUTORY, HOSPITAL_ORDER_ENDED,",
        "CATEGORY_2, STATUTORY, REGISTRATION_EXPIRED, CAT-03",
        "CATEGORY_3, DISCRETIONARY, DEREGISTERED_L23,",
        "CATEGORY_3, DISCRETIONARY, SENTENCE_ENDED, CAT-04",
        "CATEGORY_4, DISCRETIONARY, DEREGISTERED_L23,",
        "CATEGORY_4, STATUTORY, DEREGISTERED_L23, CAT-05",
        "CATEGORY_3, DISCRETIONARY, DECEASED,"
    })
    @Tag("CAT-02")
    @Tag("CAT-03")
    @Tag("CAT-04")
    @Tag("CAT-05")
    void eachCategoryEndsInItsOwnWay(
            Category category, Basis basis, EndReason reason, String rule) {
        var history = aHistory(category, basis, LEVEL_2, MARCH);

        if (rule == null) {
            history.end(TODAY, reason, on(TODAY));
            assertThat(history.open()).isEmpty();
        } else {
            var refusal = broken(() -> history.end(TODAY, reason, on(TODAY)));
            assertThat(refusal.rule().id()).isEqualTo(rule);
            assertThat(history.open()).isPresent();
        }
    }

    @Test
    @Tag("CAT-04")
    void category3EndsWithItsLevel() {
        var history = aHistory(CATEGORY_3, DISCRETIONARY, LEVEL_2, MARCH);

        var set = history.setLevel(LEVEL_1, TODAY, BY_SCREENING, on(TODAY));

        assertThat(set).isInstanceOf(CategoryHistory.LevelSet.Left.class);
        assertThat(history.open()).isEmpty();
        var ended = history.eligibilities(endOf(TODAY)).getFirst();
        assertThat(ended.endReason()).contains(EndReason.DEREGISTERED_L23);
        assertThat(history.levels(ended, endOf(TODAY)).getFirst().to()).contains(TODAY);
    }

    @Test
    @Tag("CAT-06")
    void offersCategory4FromItsFirstDay() {
        var refusal =
                broken(
                        () ->
                                open(
                                        anEmptyHistory(),
                                        CATEGORY_4,
                                        STATUTORY,
                                        LEVEL_1,
                                        CATEGORY_4_FROM.minusDays(1)));
        var history = anEmptyHistory();
        open(history, CATEGORY_4, STATUTORY, LEVEL_1, CATEGORY_4_FROM);

        assertThat(refusal.rule()).isEqualTo(CaseloadRule.CATEGORY_4_BEGAN);
        assertThat(refusal.arguments()).containsExactly(CATEGORY_4_FROM);
        assertThat(history.open()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(value = Category.class, names = "CATEGORY_3", mode = EnumSource.Mode.EXCLUDE)
    @Tag("CAT-07")
    void refusesCategory3ToSomebodyInAnother(Category other) {
        var wanted =
                new OpenEligibility(
                        CATEGORY_3,
                        DISCRETIONARY,
                        Set.of(CATEGORY_3, other),
                        TODAY,
                        PROBATION,
                        LEVEL_2,
                        BY_SCREENING);

        var refusal = broken(() -> anEmptyHistory().open(wanted, CATEGORY_4_FROM, on(TODAY)));

        assertThat(refusal.rule()).isEqualTo(CaseloadRule.CATEGORY_3_LAST);
    }

    @Test
    @Tag("CAT-07")
    void takesAnyCategoryBeforeCategory3() {
        var wanted =
                new OpenEligibility(
                        CATEGORY_2,
                        STATUTORY,
                        Set.of(CATEGORY_3),
                        TODAY,
                        PROBATION,
                        LEVEL_1,
                        BY_LEAD_AGENCY);
        var history = anEmptyHistory();

        history.open(wanted, CATEGORY_4_FROM, on(TODAY));

        assertThat(history.open().orElseThrow().eligibility().category()).isEqualTo(CATEGORY_2);
    }

    @ParameterizedTest
    @CsvSource({
        "CATEGORY_1, STATUTORY, LEVEL_1, true",
        "CATEGORY_1, STATUTORY, LEVEL_3, true",
        "CATEGORY_2, STATUTORY, LEVEL_1, true",
        "CATEGORY_2, STATUTORY, LEVEL_2, true",
        "CATEGORY_3, DISCRETIONARY, LEVEL_1, false",
        "CATEGORY_3, DISCRETIONARY, LEVEL_2, true",
        "CATEGORY_3, DISCRETIONARY, LEVEL_3, true",
        "CATEGORY_4, STATUTORY, LEVEL_1, true",
        "CATEGORY_4, DISCRETIONARY, LEVEL_1, false",
        "CATEGORY_4, DISCRETIONARY, LEVEL_2, true"
    })
    @Tag("LVL-06")
    @Tag("LVL-07")
    void levelIsFreeExceptLevel1ForThoseInMappaByAssessment(
            Category category, Basis basis, Level level, boolean allowed) {
        var history = anEmptyHistory();

        if (allowed) {
            open(history, category, basis, level, TODAY);
            assertThat(history.open().orElseThrow().level().level()).isEqualTo(level);
        } else {
            var refusal = broken(() -> open(history, category, basis, level, TODAY));
            assertThat(refusal.rule()).isEqualTo(CaseloadRule.NEVER_LEVEL_1);
            assertThat(history.added()).isEmpty();
        }
    }

    @Test
    @Tag("LVL-09")
    void setsALevelByADecisionWithItsReason() {
        var history = aHistory(CATEGORY_2, STATUTORY, LEVEL_1, MARCH);

        history.setLevel(LEVEL_2, TODAY, BY_SCREENING, on(TODAY));

        var level = history.open().orElseThrow().level();
        assertThat(level.level()).isEqualTo(LEVEL_2);
        assertThat(level.decision()).isEqualTo(BY_SCREENING);
        assertThat(level.from()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @EnumSource(LevelSetBy.class)
    @Tag("LVL-09")
    void refusesALevelWithoutReasonOrDecision(LevelSetBy by) {
        var history = aHistory(CATEGORY_2, STATUTORY, LEVEL_1, MARCH);
        var id = BY_SCREENING.decisionId();

        var noReason = new LevelDecision(by, "  ", id);
        var noDecision = new LevelDecision(by, "Because", null);

        assertThat(broken(() -> history.setLevel(LEVEL_2, TODAY, noReason, on(TODAY))).rule())
                .isEqualTo(CaseloadRule.LEVEL_DECISION);
        if (by.hasDecision()) {
            assertThat(broken(() -> history.setLevel(LEVEL_2, TODAY, noDecision, on(TODAY))).rule())
                    .isEqualTo(CaseloadRule.LEVEL_DECISION);
        } else {
            history.setLevel(LEVEL_2, TODAY, noDecision, on(TODAY));
            assertThat(history.open().orElseThrow().level().level()).isEqualTo(LEVEL_2);
        }
    }

    @Test
    void acceptanceEndsLevel1AndBeginsTheNewLevelOnTheSameDay() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_1, MARCH);

        history.accept(in(CATEGORY_3, DISCRETIONARY, LEVEL_2, TODAY), CATEGORY_4_FROM, on(TODAY));

        var standing = history.open().orElseThrow();
        assertThat(standing.eligibility().category()).isEqualTo(CATEGORY_1); // the open one is used
        assertThat(standing.level().from()).isEqualTo(TODAY);
        assertThat(history.levels(standing.eligibility(), endOf(TODAY)))
                .extracting(LevelSpell::level)
                .containsExactly(LEVEL_2, LEVEL_1);
        assertThat(history.levels(standing.eligibility(), endOf(TODAY)).getLast().to())
                .contains(TODAY);
    }

    @Test
    void acceptanceOnTheDayThatLevel1BeganLeavesItWithoutADay() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_1, TODAY);

        history.accept(in(CATEGORY_1, STATUTORY, LEVEL_3, TODAY), CATEGORY_4_FROM, on(TODAY));

        assertThat(history.standing(TODAY, endOf(TODAY)).orElseThrow().level().level())
                .isEqualTo(LEVEL_3);
    }

    @Test
    void acceptanceOpensADiscretionaryCategory() {
        var history = anEmptyHistory();

        history.accept(in(CATEGORY_3, DISCRETIONARY, LEVEL_2, TODAY), CATEGORY_4_FROM, on(TODAY));

        assertThat(history.open().orElseThrow().eligibility().category()).isEqualTo(CATEGORY_3);
    }

    @Test
    void acceptanceAtTheLevelThatLastsChangesNothing() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_2, MARCH);
        int rows = history.added().size();

        history.accept(in(CATEGORY_1, STATUTORY, LEVEL_2, TODAY), CATEGORY_4_FROM, on(TODAY));

        assertThat(history.added()).hasSize(rows);
    }

    @Test
    void asAtADayAndAsKnownOnADayAreTwoQuestions() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_1, MARCH);
        var april = LocalDate.of(2026, 4, 1);
        history.setLevel(LEVEL_2, LocalDate.of(2026, 3, 30), BY_SCREENING, on(april));

        var lastOfMarch = LocalDate.of(2026, 3, 31);
        assertThat(history.standing(lastOfMarch, endOf(lastOfMarch)).orElseThrow().level().level())
                .isEqualTo(LEVEL_1); // as known that evening
        assertThat(history.standing(lastOfMarch, endOf(april)).orElseThrow().level().level())
                .isEqualTo(LEVEL_2); // as known since
        assertThat(history.standing(MARCH.minusDays(1), endOf(april))).isEmpty();
    }

    @Test
    void anEntryInErrorNeverHeld() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_1, MARCH);
        history.setLevel(LEVEL_2, LocalDate.of(2026, 4, 1), BY_SCREENING, on(TODAY));

        history.end(TODAY, EndReason.ENTERED_IN_ERROR, on(TODAY));

        assertThat(history.standing(LocalDate.of(2026, 3, 20), endOf(TODAY))).isEmpty();
        assertThat(history.standing(LocalDate.of(2026, 4, 20), endOf(TODAY))).isEmpty();
        assertThat(history.standing(LocalDate.of(2026, 3, 20), endOf(MARCH))).isPresent();
        open(history, CATEGORY_2, STATUTORY, LEVEL_1, MARCH);
    }

    @Test
    void aCorrectedFirstDayMovesTheLastDayOfTheLevelBefore() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_1, MARCH);
        history.setLevel(LEVEL_2, TODAY, BY_SCREENING, on(TODAY));
        var spell = history.open().orElseThrow().level().spellId();
        var earlier = LocalDate.of(2026, 4, 20);

        history.correctStart(spell, earlier, on(TODAY));

        var levels = history.levels(history.open().orElseThrow().eligibility(), endOf(TODAY));
        assertThat(levels).extracting(LevelSpell::from).containsExactly(earlier, MARCH);
        assertThat(levels.getLast().to()).contains(earlier);
        assertThat(levels.getFirst().spellId()).isEqualTo(spell);
    }

    @Test
    void refusesDaysOutOfOrderOrToComeAndChangesNothing() {
        var history = aHistory(CATEGORY_1, STATUTORY, LEVEL_1, MARCH);
        int rows = history.added().size();
        var spell = history.open().orElseThrow().level().spellId();

        for (var day : new LocalDate[] {MARCH.minusDays(1), TODAY.plusDays(1)}) {
            assertThat(invalid(() -> history.setLevel(LEVEL_2, day, BY_SCREENING, on(TODAY))))
                    .isNotNull();
            assertThat(invalid(() -> history.end(day, EndReason.REGISTRATION_EXPIRED, on(TODAY))))
                    .isNotNull();
            assertThat(invalid(() -> history.correctStart(spell, day, on(TODAY)))).isNotNull();
        }

        assertThat(history.added()).hasSize(rows);
    }

    private static CategoryHistory.Standing open(
            CategoryHistory history, Category category, Basis basis, Level level, LocalDate from) {
        return history.open(in(category, basis, level, from), CATEGORY_4_FROM, on(TODAY));
    }

    private static RuleBroken broken(Runnable command) {
        return catchThrowableOfType(RuleBroken.class, command::run);
    }

    private static Invalid invalid(Runnable command) {
        return catchThrowableOfType(Invalid.class, command::run);
    }
}
