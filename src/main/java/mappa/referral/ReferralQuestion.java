package mappa.referral;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a seat of the panel asks the referrer, with the answer when it has come.
@Entity
class ReferralQuestion {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private int round;
    private int position;
    private String seat;
    private String question;
    private Instant askedAt;
    private @Nullable String answer;
    private @Nullable Instant answeredAt;

    protected ReferralQuestion() {} // for Hibernate

    /// @param position place among all questions on the referral, from 1
    ReferralQuestion(int round, int position, String seat, String question, Instant askedAt) {
        this.round = round;
        this.position = position;
        this.seat = seat;
        this.question = question;
        this.askedAt = askedAt;
    }

    void answer(String answer, Instant now) {
        this.answer = answer;
        answeredAt = now;
    }

    UUID id() {
        return id;
    }

    int round() {
        return round;
    }

    String seat() {
        return seat;
    }

    String question() {
        return question;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable String answer() {
        return answer;
    }

    @Nullable Instant answeredAt() {
        return answeredAt;
    }

    boolean isOpen() {
        return answeredAt == null;
    }
}
