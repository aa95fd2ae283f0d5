package mappa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import mappa.schedule.MeetingDue.Facts;
import mappa.schedule.MeetingDue.Limits;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Dates worked by hand from R-MTG, R-NOT and R-REF-12, each with its reasoning, in
/// `worked-dates.csv`.
///
/// `stays` are "C from to" (custody) or "H from to" (hospital), "-" while they last; `passed` is
/// days counted, in custody, in hospital from the last meeting to the day in `asked`. A blank is
/// the national number, or not recorded, or not asked; a blank `due` is no day.
@Tag("MTG-02")
@Tag("MTG-03")
@Tag("MTG-04")
@Tag("MTG-05")
@Tag("NOT-02")
@Tag("NOT-03")
@Tag("NOT-07")
@Tag("REF-12")
class WorkedDatesTest {

    @ParameterizedTest(name = "{0} {15}")
    @CsvFileSource(resources = "/worked-dates.csv", delimiter = '|', numLinesToSkip = 1)
    void isDueOnTheDayWorkedByHand(
            String rule,
            int level,
            LocalDate from,
            @Nullable LocalDate accepted,
            @Nullable LocalDate sentenced,
            @Nullable String stays,
            @Nullable LocalDate release,
            @Nullable LocalDate held,
            @Nullable LocalDate chair,
            @Nullable Integer reviewDays,
            @Nullable Integer heldDays,
            @Nullable LocalDate due,
            @Nullable LocalDate asked,
            MeetingDue.@Nullable Band band,
            @Nullable String passed,
            String why) {
        var facts = new Facts(level, from, accepted, sentenced, stays(stays), release, held, chair);
        int national = level == 3 ? 56 : 112;
        var limits =
                new Limits(
                        new FirstMeeting.Limits(level == 3 ? 10 : 20, 28, 6),
                        reviewDays == null ? national : reviewDays,
                        heldDays == null ? 0 : heldDays,
                        28);
        var found = MeetingDue.of(facts, limits, WorkingDays.NATIONAL);

        assertThat(found.dueOn()).as(why).isEqualTo(due);
        assertThat(found.rule().id()).as(why).isEqualTo(rule);
        if (band != null) {
            assertThat(found.band(asked)).as(why).isEqualTo(band);
            assertThat(found.isOverdue(asked)).as(why).isEqualTo(band == MeetingDue.Band.OVERDUE);
        }
        if (passed != null) {
            var gap = found.passed(asked);
            assertThat("%d/%d/%d".formatted(gap.counted(), gap.custody(), gap.hospital()))
                    .as(why)
                    .isEqualTo(passed);
        }
    }

    private static List<Stay> stays(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";")).map(WorkedDatesTest::stay).toList();
    }

    private static Stay stay(String text) {
        var parts = text.split(" ");
        return new Stay(
                parts[0].equals("H") ? Stay.Kind.HOSPITAL : Stay.Kind.CUSTODY,
                LocalDate.parse(parts[1]),
                parts[2].equals("-") ? null : LocalDate.parse(parts[2]));
    }

    @Test
    void sixtyDatesAndMoreAreWorkedByHand() throws IOException {
        var rows = Files.readAllLines(Path.of("src/test/resources/worked-dates.csv"));
        System.out.printf("%d dates worked by hand%n", rows.size() - 1);

        assertThat(rows.size() - 1).isGreaterThanOrEqualTo(60);
        assertThat(rows).allMatch(row -> row.split("\\|", -1).length == 16, "has 16 columns");
    }
}
