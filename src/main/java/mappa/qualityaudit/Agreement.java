package mappa.qualityaudit;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// How far two scorers agree: of the pairs in which both gave a score, those with the same one, and
/// those at most one apart.
///
/// @param exact pairs with the same score
/// @param withinOne pairs that differ by 0 or 1
/// @param pairs in which both gave a score
/// @param excluded pairs in which one or both said that it does not apply
public record Agreement(int exact, int withinOne, int pairs, int excluded) {

    /// What both said of one item of one sample.
    record Pair(@Nullable Integer first, @Nullable Integer second) {}

    static Agreement of(Collection<Pair> of) {
        int exact = 0;
        int withinOne = 0;
        int pairs = 0;
        for (var pair : of) {
            if (pair.first() != null && pair.second() != null) {
                var apart = Math.abs(pair.first() - pair.second());
                pairs++;
                exact += apart == 0 ? 1 : 0;
                withinOne += apart <= 1 ? 1 : 0;
            }
        }
        return new Agreement(exact, withinOne, pairs, of.size() - pairs);
    }
}
