package mappa.referral;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mappa.schedule.FirstMeeting;
import mappa.schedule.ScheduleRule;
import org.jspecify.annotations.Nullable;

/// What the panel decided, and what the referrer was told of it.
@Entity
class ScreeningDecision {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private UUID referralId;
    private boolean accepted;
    private @Nullable Integer level;
    private Instant decidedAt;
    private LocalDate differentViewUntil;
    private @Nullable LocalDate firstMeetingDueOn;
    private @Nullable String firstMeetingBasis;
    private @Nullable String firstMeetingMissed;
    private @Nullable String feedback;

    @Enumerated(EnumType.STRING)
    private @Nullable Pathway pathway;

    private @Nullable String handOffContact;
    private @Nullable Boolean criticalCaseConsidered;
    private @Nullable String criticalCaseReason;
    private @Nullable Instant feedbackSentAt;

    protected ScreeningDecision() {} // for Hibernate

    /// @param level null for a decline
    ScreeningDecision(
            UUID referralId,
            @Nullable Integer level,
            Instant decidedAt,
            LocalDate differentViewUntil) {
        this.referralId = referralId;
        this.accepted = level != null;
        this.level = level;
        this.decidedAt = decidedAt;
        this.differentViewUntil = differentViewUntil;
    }

    void sendFeedback(Feedback feedback, Instant now) {
        this.feedback = feedback.reasons();
        this.pathway = feedback.pathway();
        this.handOffContact = feedback.handOffContact();
        this.criticalCaseConsidered = feedback.criticalCase();
        this.criticalCaseReason = feedback.criticalCaseReason();
        feedbackSentAt = now;
    }

    void firstMeeting(FirstMeeting meeting) {
        firstMeetingDueOn = meeting.dueOn();
        firstMeetingBasis = meeting.basis().name();
        firstMeetingMissed = meeting.missed() == null ? null : meeting.missed().name();
    }

    UUID id() {
        return id;
    }

    boolean isAccepted() {
        return accepted;
    }

    @Nullable Integer level() {
        return level;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    LocalDate differentViewUntil() {
        return differentViewUntil;
    }

    /// By when the first meeting must be held; null for a decline.
    @Nullable FirstMeeting firstMeeting() {
        if (firstMeetingDueOn == null) {
            return null;
        }
        return new FirstMeeting(
                firstMeetingDueOn,
                FirstMeeting.Basis.valueOf(firstMeetingBasis),
                firstMeetingMissed == null ? null : ScheduleRule.valueOf(firstMeetingMissed));
    }

    /// Null until it has been sent.
    @Nullable Instant feedbackSentAt() {
        return feedbackSentAt;
    }

    @Nullable String feedback() {
        return feedback;
    }

    @Nullable Pathway pathway() {
        return pathway;
    }

    @Nullable String handOffContact() {
        return handOffContact;
    }

    @Nullable Boolean criticalCaseConsidered() {
        return criticalCaseConsidered;
    }

    @Nullable String criticalCaseReason() {
        return criticalCaseReason;
    }
}
