package mappa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mappa.schedule.DueOracle.Held;
import mappa.schedule.DueOracle.Known;
import mappa.schedule.MeetingDue.Facts;
import mappa.schedule.MeetingDue.Limits;
import mappa.time.WorkingDays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// Whatever the facts are, on any day of forty years, the due day is the one that [DueOracle]
/// finds.
class MeetingDuePropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2049, 12, 31);

    /// Facts and area's numbers, as the product and as the oracle take them.
    record Situation(Facts facts, Limits limits) {

        MeetingDue due() {
            return MeetingDue.of(facts, limits, WorkingDays.NATIONAL);
        }

        Known known() {
            return new Known(
                    Objects.requireNonNullElse(facts.acceptedOn(), facts.levelFrom()),
                    facts.sentencedOn(),
                    facts.stays().stream()
                            .map(
                                    stay ->
                                            new Held(
                                                    stay.kind() == Stay.Kind.HOSPITAL,
                                                    stay.from(),
                                                    stay.to()))
                            .toList(),
                    facts.releaseOn(),
                    facts.heldOn(),
                    facts.chairsDate(),
                    limits.reviewDays(),
                    limits.heldDays(),
                    limits.first().workingDays(),
                    limits.first().sentenceDays(),
                    limits.first().windowMonths());
        }

        Situation with(Facts other) {
            return new Situation(other, limits);
        }
    }

    @Provide
    Arbitrary<Situation> reviews() {
        return situations(true);
    }

    @Provide
    Arbitrary<Situation> firstMeetings() {
        return situations(false);
    }

    /// Days are chosen near each other, so that stays touch, overlap and end on the days that
    /// matter.
    private static Arbitrary<Situation> situations(boolean held) {
        var numbers =
                Combinators.combine(
                                Arbitraries.of(2, 3),
                                Arbitraries.integers().between(1, 20),
                                Arbitraries.of(112, 56, 111, 84, 28, 7),
                                Arbitraries.of(0, 0, 0, 91, 182),
                                Arbitraries.integers().between(1, 6))
                        .as(List::of);
        var accepted = Arbitraries.integers().between(0, days(FIRST, LAST));
        return Combinators.combine(
                        numbers,
                        accepted,
                        Arbitraries.integers().between(-60, 20).injectNull(0.2),
                        away().list().ofMaxSize(5),
                        Arbitraries.integers().between(-20, 500).injectNull(0.3),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.integers().between(-10, 260).injectNull(0.5),
                        Arbitraries.of(true, false))
                .as(
                        (number, day, sentenced, away, release, met, chair, referred) -> {
                            var begun = FIRST.plusDays(day);
                            return new Situation(
                                    new Facts(
                                            number.get(0),
                                            begun,
                                            referred ? begun : null,
                                            near(begun, sentenced),
                                            away.stream().map(stay -> stay.near(begun)).toList(),
                                            near(begun, release),
                                            held ? near(begun, met) : null,
                                            near(begun, chair)),
                                    new Limits(
                                            new FirstMeeting.Limits(
                                                    number.get(1), 28, number.get(4)),
                                            number.get(2),
                                            number.get(3),
                                            28));
                        })
                .withoutEdgeCases(); // too many to combine; lengths of 0 are frequent instead
    }

    /// A stay in days from acceptance.
    record Away(Stay.Kind kind, int from, int length, boolean lasts) {

        Stay near(LocalDate begun) {
            var first = begun.plusDays(from);
            return new Stay(kind, first, lasts ? null : first.plusDays(length));
        }
    }

    private static Arbitrary<Away> away() {
        return Combinators.combine(
                        Arbitraries.of(Stay.Kind.class),
                        Arbitraries.integers().between(-40, 250),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.integers().between(0, 3)),
                                Tuple.of(5, Arbitraries.integers().between(0, 120)),
                                Tuple.of(1, Arbitraries.integers().between(0, 900))),
                        Arbitraries.integers().between(1, 6))
                .as((kind, from, length, lasts) -> new Away(kind, from, length, lasts == 1));
    }

    private static @Nullable LocalDate near(LocalDate begun, @Nullable Integer days) {
        return days == null ? null : begun.plusDays(days);
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    @Property(tries = 6000)
    @Tag("MTG-02")
    @Tag("MTG-03")
    @Tag("MTG-04")
    @Tag("MTG-05")
    void reviewsAreDueWhereTheOracleSays(@ForAll("reviews") Situation situation) {
        assertThat(situation.due().dueOn()).isEqualTo(DueOracle.due(situation.known()));
    }

    @Property(tries = 6000)
    @Tag("NOT-02")
    @Tag("NOT-03")
    @Tag("REF-12")
    void firstMeetingsAreDueWhereTheOracleSays(@ForAll("firstMeetings") Situation situation) {
        assertThat(situation.due().dueOn()).isEqualTo(DueOracle.due(situation.known()));
    }

    @Property(tries = 3000)
    @Tag("KPI-03")
    void daysAreCountedAsTheOracleCountsThem(
            @ForAll("reviews") Situation situation, @ForAll @IntRange(max = 400) int later) {
        var from = Objects.requireNonNull(situation.facts().heldOn());
        var to = from.plusDays(later);
        var gap = Objects.requireNonNull(situation.due().passed(to));

        assertThat(gap.counted()).isEqualTo(DueOracle.inCommunity(situation.known(), from, to));
        assertThat(gap.hospital()).isEqualTo(DueOracle.inHospital(situation.known(), from, to));
        assertThat(gap.counted() + gap.custody() + gap.hospital()).isEqualTo(later);
    }

    /// What the board calls overdue is what K-01 and K-02 call late, on every day.
    @Property(tries = 3000)
    @Tag("KPI-03")
    @Tag("MTG-04")
    void isOverdueExactlyWhenTheGapIsLongerThanTheLimit(
            @ForAll("reviews") Situation situation, @ForAll @IntRange(max = 400) int later) {
        var facts = situation.facts();
        var plain =
                new Situation(
                        chairsDate(facts, null),
                        new Limits(
                                situation.limits().first(),
                                situation.limits().reviewDays(),
                                0,
                                28));
        var today = Objects.requireNonNull(facts.heldOn()).plusDays(later);
        var due = plain.due();

        assertThat(due.isOverdue(today))
                .isEqualTo(
                        Objects.requireNonNull(due.passed(today)).counted()
                                > plain.limits().reviewDays());
    }

    /// R-MTG-04 in its own words: last meeting + 112 (56) + days not in the community since then.
    @Property(tries = 3000)
    @Tag("MTG-04")
    void limitIsTheMeetingAndItsDaysAndTheDaysLeftOut(@ForAll("reviews") Situation situation) {
        var due = situation.with(chairsDate(situation.facts(), null)).due();
        Assume.that(due.basis() == MeetingDue.Basis.REVIEW_LIMIT);
        var heldOn = Objects.requireNonNull(situation.facts().heldOn());
        var gap = Objects.requireNonNull(due.passed(Objects.requireNonNull(due.dueOn())));

        assertThat(due.dueOn())
                .isEqualTo(
                        heldOn.plusDays(situation.limits().reviewDays())
                                .plusDays(gap.custody())
                                .plusDays(gap.hospital()));
    }

    @Property(tries = 3000)
    @Tag("MTG-04")
    void aDayMoreInCustodyMovesTheDueDayByOne(
            @ForAll("reviews") Situation situation,
            @ForAll @IntRange(min = 1, max = 50) int begins,
            @ForAll @IntRange(max = 300) int length) {
        var heldOn = Objects.requireNonNull(situation.facts().heldOn());
        var from = heldOn.plusDays(begins);
        Assume.that(begins <= situation.limits().reviewDays());

        var release = from.plusDays(length);
        assertThat(dueAfterStay(situation, from, release.plusDays(1)))
                .isEqualTo(dueAfterStay(situation, from, release).plusDays(1));
        // planned as recorded
        assertThat(dueBeforeRelease(situation, from, release.plusDays(2)))
                .isEqualTo(dueBeforeRelease(situation, from, release.plusDays(1)).plusDays(1));
    }

    private static LocalDate dueAfterStay(Situation situation, LocalDate from, LocalDate to) {
        return due(situation, new Stay(Stay.Kind.CUSTODY, from, to), null);
    }

    private static LocalDate dueBeforeRelease(Situation situation, LocalDate from, LocalDate to) {
        return due(situation, new Stay(Stay.Kind.CUSTODY, from, null), to);
    }

    private static LocalDate due(Situation situation, Stay stay, @Nullable LocalDate release) {
        var facts = situation.facts();
        var alone =
                new Facts(
                        facts.level(),
                        facts.levelFrom(),
                        facts.acceptedOn(),
                        facts.sentencedOn(),
                        List.of(stay),
                        release,
                        facts.heldOn(),
                        null);
        var limits = new Limits(situation.limits().first(), situation.limits().reviewDays(), 0, 28);
        return Objects.requireNonNull(MeetingDue.of(alone, limits, WorkingDays.NATIONAL).dueOn());
    }

    @Property(tries = 2000)
    @Tag("MTG-05")
    void theChairNeverMovesItLater(@ForAll("reviews") Situation situation) {
        neverLater(situation);
    }

    @Property(tries = 2000)
    @Tag("MTG-05")
    void theChairNeverMovesAFirstMeetingLater(@ForAll("firstMeetings") Situation situation) {
        neverLater(situation);
    }

    private static void neverLater(Situation situation) {
        var without = situation.with(chairsDate(situation.facts(), null)).due().dueOn();
        var with = situation.due().dueOn();
        if (without != null) {
            assertThat(with).isNotNull().isBeforeOrEqualTo(without);
        }
        if (situation.facts().chairsDate() != null) {
            assertThat(with).isNotNull().isBeforeOrEqualTo(situation.facts().chairsDate());
        }
    }

    @Property(tries = 2000)
    @Tag("NOT-07")
    void aReleaseChangedThereAndBackChangesNothing(
            @ForAll("firstMeetings") Situation first,
            @ForAll("reviews") Situation review,
            @ForAll @IntRange(max = 500) int later) {
        for (var situation : List.of(first, review)) {
            var facts = situation.facts();
            var there = facts.releaseOn(facts.levelFrom().plusDays(later));
            var back = there.releaseOn(facts.releaseOn());

            assertThat(situation.with(back).due()).isEqualTo(situation.due());
            assertThat(situation.with(there).due().after(situation.due()).before())
                    .isEqualTo(situation.due());
        }
    }

    @Property(tries = 1000)
    @Tag("MTG-04")
    void theOrderOfRecordingDoesNotMatter(@ForAll("reviews") Situation situation) {
        var facts = situation.facts();
        var stays = new ArrayList<>(facts.stays()).reversed();
        var other =
                situation.with(
                        new Facts(
                                facts.level(),
                                facts.levelFrom(),
                                facts.acceptedOn(),
                                facts.sentencedOn(),
                                stays,
                                facts.releaseOn(),
                                facts.heldOn(),
                                facts.chairsDate()));
        var day = Objects.requireNonNull(facts.heldOn()).plusDays(200);

        assertThat(other.due().dueOn()).isEqualTo(situation.due().dueOn());
        assertThat(other.due().passed(day)).isEqualTo(situation.due().passed(day));
    }

    @Example
    void theOraclesCalendarIsTheOneOfEnglandAndWales() {
        for (var day = FIRST; !day.isAfter(LAST.plusYears(1)); day = day.plusDays(1)) {
            assertThat(DueOracle.isWorkingDay(day))
                    .as("working day %s", day)
                    .isEqualTo(WorkingDays.NATIONAL.isWorkingDay(day));
        }
    }

    @Example
    void theOracleImportsNothingOfTheProduct() throws Exception {
        var source =
                Files.readString(Path.of("src/test/java/mappa/schedule/DueOracle.java"))
                        .replace("package mappa.schedule;", "");
        assertThat(source).doesNotContain("mappa.");
        try (var product = Files.list(Path.of("src/main/java/mappa/schedule"))) {
            assertThat(product.map(file -> file.getFileName().toString().replace(".java", "")))
                    .contains("MeetingDue", "Stays")
                    .allSatisfy(
                            type -> assertThat(source).doesNotContainPattern("\\b" + type + "\\b"));
        }
    }

    private static Facts chairsDate(Facts facts, @Nullable LocalDate day) {
        return new Facts(
                facts.level(),
                facts.levelFrom(),
                facts.acceptedOn(),
                facts.sentencedOn(),
                facts.stays(),
                facts.releaseOn(),
                facts.heldOn(),
                day);
    }
}
