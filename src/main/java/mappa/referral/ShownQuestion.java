package mappa.referral;

import java.util.List;
import java.util.Set;
import mappa.web.Choice;
import mappa.web.Words;
import org.jspecify.annotations.Nullable;

/// A question of the form as it is asked on a page.
///
/// @param kind name of its [Question.Kind]
/// @param label key of its words
/// @param hint key of the line beneath; null if it has none
record ShownQuestion(
        String key,
        String kind,
        String label,
        @Nullable String hint,
        boolean optional,
        List<Choice> choices) {

    /// Whether they are needed depends on another answer, and their hints say on which.
    private static final Set<String> DEPENDENT =
            Set.of("notDeliverableAtLevel2", "whyUrgent", "domesticAbuseDetails");

    static ShownQuestion of(Question question, Words words) {
        var label = "referral.question." + question.key();
        var hint = label + "-hint";
        return new ShownQuestion(
                question.key(),
                question.kind().name(),
                label,
                words.has(hint) ? hint : null,
                !question.required() && !DEPENDENT.contains(question.key()),
                question.choices().stream()
                        .map(code -> Choice.of(code, ShownSection.choiceWords(question, code)))
                        .toList());
    }
}
