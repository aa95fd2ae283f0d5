package mappa.qualityaudit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// K-25: the sum of the scores divided by the number of items that were scored.
///
/// @param excluded items that do not apply, which count neither above nor below the line
public record Average(int sum, int items, int excluded) {

    static Average of(Collection<ItemScore> scores) {
        var scored = scores.stream().filter(one -> one.score() != null).toList();
        return new Average(
                scored.stream().mapToInt(ItemScore::score).sum(),
                scored.size(),
                scores.size() - scored.size());
    }

    /// To two places, halves up; null where nothing was scored.
    public @Nullable BigDecimal value() {
        return items == 0
                ? null
                : BigDecimal.valueOf(sum)
                        .divide(BigDecimal.valueOf(items), 2, RoundingMode.HALF_UP);
    }
}
