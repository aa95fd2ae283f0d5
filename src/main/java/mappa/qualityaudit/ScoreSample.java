package mappa.qualityaudit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Scores one sample, or corrects its scores.
///
/// @param comments one of each part of the form, empty where nothing is to be said
/// @param ownTheme a theme that is not in the list
/// @param deidentified the scorer says that no text of theirs tells who it is about
/// @param reason of a correction; null for the first scores
/// @param read how often the scorer had scored it when they read it
public record ScoreSample(
        List<ItemScore> scores,
        List<String> comments,
        Set<AuditTheme> themes,
        @Nullable String ownTheme,
        boolean deidentified,
        @Nullable String reason,
        int read) {

    public ScoreSample {
        scores = List.copyOf(scores);
        comments = List.copyOf(comments);
        themes = Set.copyOf(themes);
    }

    boolean hasText() {
        return reason != null
                || ownTheme != null
                || comments.stream().anyMatch(one -> !one.isBlank());
    }
}
