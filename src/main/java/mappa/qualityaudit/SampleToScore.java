package mappa.qualityaudit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One sample as its scorer sees it.
///
/// @param thing null when the time to read it has passed
/// @param minutes path of the minutes of a meeting; null where there are none to read
/// @param own the scorer's last scores; null before the first
/// @param other the other scorer's; null as long as the reader's own, or theirs, are not in
public record SampleToScore(
        AuditSummary audit,
        int number,
        QualityFormView form,
        LocalDate readsUntil,
        @Nullable AuditedThing thing,
        @Nullable String minutes,
        @Nullable Scores own,
        @Nullable Scores other) {

    /// @param number 1 for the first, then one more a correction
    public record Scores(
            int number,
            List<ItemScore> items,
            List<String> comments,
            List<AuditTheme> themes,
            @Nullable String ownTheme,
            Instant at) {

        static Scores of(QualityScoring of) {
            return new Scores(
                    of.number(),
                    of.scores(),
                    of.comments(),
                    of.themes(),
                    of.ownTheme().orElse(null),
                    of.scoredAt());
        }
    }
}
