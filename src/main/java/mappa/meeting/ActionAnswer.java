package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What a meeting said of an earlier action; said again at the same meeting, the last counts.
@Entity
@Immutable
class ActionAnswer {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private UUID meetingId;

    @Enumerated(EnumType.STRING)
    private ActionOutcome outcome;

    private String words;
    private LocalDate dueBefore;
    private @Nullable LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ActionState stateBefore;

    @Column(name = "answered_by")
    private UUID answeredBy;

    private Instant answeredAt;

    protected ActionAnswer() {} // for Hibernate

    ActionAnswer(
            UUID meetingId,
            AnswerAction given,
            LocalDate dueBefore,
            ActionState stateBefore,
            UUID by,
            Instant now) {
        this.meetingId = meetingId;
        outcome = given.outcome();
        words = given.words().strip();
        this.dueBefore = dueBefore;
        dueOn = given.dueOn();
        this.stateBefore = stateBefore;
        answeredBy = by;
        answeredAt = now;
    }

    UUID meetingId() {
        return meetingId;
    }

    ActionOutcome outcome() {
        return outcome;
    }

    String words() {
        return words;
    }

    /// The day before this meeting said anything.
    LocalDate dueBefore() {
        return dueBefore;
    }

    ActionState stateBefore() {
        return stateBefore;
    }

    UUID answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
