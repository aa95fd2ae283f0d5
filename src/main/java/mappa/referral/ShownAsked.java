package mappa.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question of the panel with its answer, as shown.
///
/// @param number place in the thread, from 1
record ShownAsked(
        int number,
        UUID id,
        String seat,
        String question,
        Instant askedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    static List<ShownAsked> of(List<ReferralView.QuestionView> questions) {
        var shown = new ArrayList<ShownAsked>();
        for (var one : questions) {
            shown.add(
                    new ShownAsked(
                            shown.size() + 1,
                            one.id(),
                            one.seat(),
                            one.question(),
                            one.askedAt(),
                            one.answer(),
                            one.answeredAt()));
        }
        return shown;
    }

    boolean isOpen() {
        return answeredAt == null;
    }

    /// Name of the field for its answer.
    public String field() {
        return "answer-" + number;
    }
}
