package mappa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import mappa.time.WorkingDays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// Whatever the facts are, the interval ends on the day that counting one by one finds.
class LevelOneDuePropertiesTest {

    private static final LocalDate SINCE = LocalDate.of(2015, 1, 1);
    private static final int FAR = 5_000;

    @Property
    @Tag("L1-02")
    @Tag("MTG-04")
    void theIntervalIsTheNthDayInTheCommunityAfterTheLastReview(
            @ForAll @IntRange(max = 10_000) int review,
            @ForAll @IntRange(max = 300) int received,
            @ForAll @IntRange(max = 150) int length, // shorter than the window: none of its own
            @ForAll @IntRange(min = 28, max = 365) int days) {
        var held = SINCE.plusDays(review);
        var from = held.minusDays(100).plusDays(received);
        var release = from.plusDays(length);
        for (var planned : List.of(true, false)) {
            var stay = new Stay(Stay.Kind.CUSTODY, from, planned && length > 0 ? null : release);
            var due =
                    LevelOneDue.of(
                            new LevelOneDue.Facts(SINCE, List.of(stay), release, held),
                            new LevelOneDue.Limits(days, 6, 28),
                            WorkingDays.NATIONAL);
            assertThat(due.dueOn()).isEqualTo(counted(held, from, release, days));
        }
    }

    /// The last day up to which no more than `days` days in the community have passed.
    private static @Nullable LocalDate counted(
            LocalDate held, LocalDate from, LocalDate release, int days) {
        var left = days;
        for (var day :
                Stream.iterate(held.plusDays(1), one -> one.plusDays(1)).limit(FAR).toList()) {
            var inCommunity = day.isBefore(from) || !day.isBefore(release);
            if (inCommunity && left-- == 0) {
                return day.minusDays(1);
            }
        }
        return null;
    }
}
