package mappa.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mappa.caseload.CaseSituation;
import mappa.caseload.Category;
import mappa.caseload.Fact;
import mappa.expiry.CategoryExpiry.Asked;
import mappa.rule.Invalid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When who is asked, what is in time, and what a decision needs.
class CategoryExpiryTest {

    private static final LocalDate ENDS = LocalDate.of(2026, 8, 31);

    private final CategoryExpiry expiry =
            new CategoryExpiry(situation(), Category.CATEGORY_1, 2, ENDS);

    private static CaseSituation situation() {
        return new CaseSituation(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "NS",
                "NS-26-0001",
                null,
                null,
                List.of(),
                Fact.notRecorded(),
                Fact.notRecorded(),
                ENDS,
                null,
                Set.of(),
                null);
    }

    @ParameterizedTest
    @Tag("CAT-08")
    @CsvSource({
        "2026-07-05, NOBODY", // 57 days before
        "2026-07-06, COORDINATOR", // 8 weeks
        "2026-07-07, COORDINATOR",
        "2026-08-16, COORDINATOR", // 15 days
        "2026-08-17, ALL_COORDINATORS", // 2 weeks
        "2026-08-18, ALL_COORDINATORS",
        "2026-09-30, ALL_COORDINATORS"
    })
    void asksEightWeeksAheadAndEverybodyTwoWeeksBefore(LocalDate today, Asked asked) {
        assertThat(expiry.due(today, 56, 14)).isEqualTo(asked);
    }

    @Test
    @Tag("CAT-08")
    void asksNobodyOnceItIsDecided() {
        expiry.decide(ExpiryChoice.EXIT, ENDS.minusDays(20));
        assertThat(expiry.due(ENDS.minusDays(1), 56, 14)).isEqualTo(Asked.NOBODY);
    }

    @ParameterizedTest
    @Tag("CAT-08")
    @CsvSource({"2026-08-30, true", "2026-08-31, false", "2026-09-01, false"})
    void isInTimeBeforeTheDateAlone(LocalDate decidedOn, boolean inTime) {
        var decision =
                ExpiryDecision.of(expiry, new LeaveAtExpiry("No risk is left", ""), 0)
                        .by(UUID.randomUUID(), decidedOn, java.time.Instant.EPOCH);
        assertThat(decision.isInTime()).isEqualTo(inTime);
        assertThat(expiry.decideBy()).isEqualTo("2026-08-30");
    }

    @ParameterizedTest
    @Tag("CAT-08")
    @CsvSource({"2026-08-30, false", "2026-08-31, false", "2026-09-01, true"})
    void takesEffectOnTheDayAfterTheLast(LocalDate today, boolean takesEffect) {
        assertThat(expiry.takesEffect(today)).isFalse();
        expiry.decide(ExpiryChoice.MOVE, LocalDate.of(2026, 8, 1));
        assertThat(expiry.takesEffect(today)).isEqualTo(takesEffect);
    }

    @Test
    @Tag("CAT-08")
    void whatWasDecidedForAnotherDayIsNotDecided() {
        expiry.asked(Asked.COORDINATOR);
        expiry.decide(ExpiryChoice.EXIT, ENDS.minusDays(20));
        assertThat(expiry.recompute(3, ENDS)).isFalse();
        assertThat(expiry.choice()).contains(ExpiryChoice.EXIT);
        assertThat(expiry.recompute(3, ENDS.plusDays(1))).isTrue();
        assertThat(expiry.choice()).isEmpty();
        assertThat(expiry.asked()).isEqualTo(Asked.NOBODY);
        assertThat(expiry.round()).isEqualTo(2);
    }

    @Test
    @Tag("CAT-04")
    @Tag("CAT-07")
    void categoryThreeHasATestOfItsOwn() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(
                        () -> ExpiryDecision.of(expiry, new MoveToCategory3(" ", "", false, "")))
                .satisfies(
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Invalid.Problem::field)
                                        .containsExactly(
                                                "harm", "conviction", "inNoOther", "reasons"));
    }

    @Test
    @Tag("ACT-08")
    void openActionsAreHandedOver() {
        var nothingSaid = new LeaveAtExpiry("No risk is left", " ");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> ExpiryDecision.of(expiry, nothingSaid, 1))
                .satisfies(
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Invalid.Problem::field)
                                        .containsExactly("handedOver"));
        assertThat(ExpiryDecision.of(expiry, nothingSaid, 0).handedOver()).isNull();
        assertThat(
                        ExpiryDecision.of(
                                        expiry, new LeaveAtExpiry("No risk", "Probation: both"), 2)
                                .handedOver())
                .isEqualTo("Probation: both");
    }
}
