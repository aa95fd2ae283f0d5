package mappa.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.schedule.FirstMeeting;
import org.jspecify.annotations.Nullable;

/// What the panel decided.
///
/// @param level 2 or 3; null for a decline
/// @param votes all votes with reasons, oldest first; empty for the referrer
/// @param counted the votes that decided, in order; empty for the referrer
/// @param daysTaken working days from *Send to panel* to the decision
/// @param firstMeeting by when the first meeting must be held; null for a decline
/// @param feedback null until sent
/// @param mayRecordView whether the reader holds a seat that had not voted and is in time
public record DecisionView(
        UUID referral,
        @Nullable String reference,
        int version,
        boolean accepted,
        @Nullable Integer level,
        Instant decidedAt,
        LocalDate differentViewUntil,
        List<VoteView> votes,
        List<Vote> counted,
        int daysTaken,
        @Nullable LocalDate panelDueOn,
        @Nullable FirstMeeting firstMeeting,
        @Nullable FeedbackView feedback,
        boolean mayRecordView) {

    /// What the referrer was told.
    public record FeedbackView(
            String reasons,
            @Nullable Pathway pathway,
            @Nullable String handOffContact,
            @Nullable Boolean criticalCase,
            @Nullable String criticalCaseReason,
            Instant sentAt) {}

    static @Nullable FeedbackView feedback(ScreeningDecision decision) {
        if (decision.feedbackSentAt() == null) {
            return null;
        }
        return new FeedbackView(
                decision.feedback(),
                decision.pathway(),
                decision.handOffContact(),
                decision.criticalCaseConsidered(),
                decision.criticalCaseReason(),
                decision.feedbackSentAt());
    }
}
