package mappa.levelone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mappa.caseload.CaseSituation;
import mappa.caseload.Fact;
import mappa.levelone.LevelOneStay.Told;
import mappa.rule.Invalid;
import mappa.schedule.LevelOneDue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told when, and what a review and a prompt need.
class LevelOneStayTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 1, 5);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 27);
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 20);
    private static final UUID POLICE = UUID.randomUUID();

    private final LevelOneStay stay = due(new LevelOneStay(situation(), SINCE), DUE);

    private static LevelOneStay due(LevelOneStay stay, LocalDate day) {
        stay.due(
                new LevelOneDue(day, day.minusDays(28), LevelOneDue.Basis.INTERVAL),
                day.minusDays(60));
        return stay;
    }

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
                null,
                null,
                Set.of(),
                null);
    }

    @ParameterizedTest
    @Tag("L1-02")
    @CsvSource({
        "2026-03-29, NOTHING", // 29 days before
        "2026-03-30, DUE",
        "2026-04-19, DUE", // 8 days before
        "2026-04-20, REMINDED",
        "2026-04-27, REMINDED", // the due day
        "2026-04-28, LATE"
    })
    void tellsFourWeeksAndOneWeekAheadAndTheDayAfter(LocalDate today, Told told) {
        assertThat(stay.tell(today, 7)).isEqualTo(told);
    }

    @Test
    @Tag("L1-02")
    void aDayThatMovedFarOffIsAskedForLater() {
        stay.told(Told.DUE);
        assertThat(
                        stay.due(
                                new LevelOneDue(
                                        DUE.plusDays(3),
                                        DUE.minusDays(25),
                                        LevelOneDue.Basis.INTERVAL),
                                TODAY))
                .isTrue();
        assertThat(stay.told()).isEqualTo(Told.DUE);
        assertThat(stay.round()).isEqualTo(1);
        due(stay, DUE.plusDays(90));
        assertThat(stay.told()).isEqualTo(Told.NOTHING);
        assertThat(stay.round()).isEqualTo(2);
    }

    private static RecordReview command(
            @Nullable LocalDate held,
            @Nullable LocalDate shared,
            List<UUID> with,
            String evidence) {
        return new RecordReview(
                ReviewMode.PAPER,
                held,
                "The case owner and the police",
                evidence,
                with,
                shared,
                ReviewOutcome.STAY,
                "The plan holds");
    }

    private LevelOneReview review(RecordReview command) {
        return new LevelOneReview(
                stay, command, List.of(POLICE), UUID.randomUUID(), TODAY, Instant.EPOCH);
    }

    @Test
    @Tag("L1-01")
    @Tag("L1-04")
    @Tag("L1-07")
    void aReviewNeedsItsDayEvidenceAndASharedPlan() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(
                        () ->
                                review(
                                        new RecordReview(
                                                null, null, "", " ", List.of(), null, null, "")))
                .satisfies(
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Invalid.Problem::field)
                                        .containsExactlyInAnyOrder(
                                                "mode",
                                                "heldOn",
                                                "tookPart",
                                                "evidence",
                                                "sharedWith",
                                                "sharedOn",
                                                "outcome",
                                                "reasons"));
    }

    @ParameterizedTest
    @Tag("L1-01")
    @CsvSource({
        "2026-01-04, 2026-04-20, heldOn", // before Level 1 began
        "2026-04-21, 2026-04-20, heldOn", // in the future
        "2026-04-10, 2026-04-21, sharedOn",
        "2026-04-10, 2026-04-09, sharedOn" // before the review
    })
    void refusesDaysThatCannotBe(LocalDate held, LocalDate shared, String field) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> review(command(held, shared, List.of(POLICE), "Read the file")))
                .satisfies(
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Invalid.Problem::field)
                                        .contains(field));
    }

    @Test
    @Tag("L1-04")
    void thePlanIsSharedWithAgenciesOfTheArea() {
        var shared = command(TODAY, TODAY, List.of(UUID.randomUUID()), "Read the file");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> review(shared))
                .satisfies(
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Invalid.Problem::field)
                                        .containsExactly("sharedWith"));
    }

    @ParameterizedTest
    @Tag("L1-02")
    @CsvSource({"2026-04-06, true", "2026-04-07, true", "2026-04-08, false"})
    void isInTimeOnTheDueDay(LocalDate held, boolean inTime) {
        due(stay, LocalDate.of(2026, 4, 7));
        var review = review(command(held, TODAY, List.of(POLICE), "Read the file"));
        assertThat(review.isInTime()).isEqualTo(inTime);
    }

    @Test
    @Tag("L1-05")
    void aPromptIsDismissedWithAReason() {
        var prompt =
                ReferUpPrompt.reported(
                        stay,
                        new ReportPrompt(PromptKind.NEW_ARREST, TODAY, "Arrested for theft"),
                        UUID.randomUUID(),
                        TODAY,
                        Instant.EPOCH);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> prompt.dismiss(" ", UUID.randomUUID(), Instant.EPOCH));
        assertThat(prompt.ending()).isEmpty();
        prompt.dismiss("No further action was taken", UUID.randomUUID(), Instant.EPOCH);
        assertThat(prompt.ending()).contains(PromptEnd.DISMISSED);
    }

    @Test
    @Tag("L1-05")
    void whatTheCaseSaysNobodyReports() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(
                        () ->
                                ReferUpPrompt.reported(
                                        stay,
                                        new ReportPrompt(
                                                PromptKind.BACK_IN_CUSTODY, TODAY.plusDays(1), ""),
                                        UUID.randomUUID(),
                                        TODAY,
                                        Instant.EPOCH))
                .satisfies(
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(Invalid.Problem::field)
                                        .containsExactly("kind", "since", "detail"));
    }
}
