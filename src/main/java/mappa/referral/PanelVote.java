package mappa.referral;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What one person said on one seat; never changed, superseded by what they say later.
@Entity
@Immutable
class PanelVote {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private int sequence;
    private int round;
    private String seat;

    @Column(name = "person_id")
    private UUID person;

    @Enumerated(EnumType.STRING)
    private Vote vote;

    private String reason;

    @Enumerated(EnumType.STRING)
    private @Nullable Pathway pathway;

    @Column(name = "confirms_id")
    private @Nullable UUID confirms;

    private boolean afterDecision;
    private Instant castAt;

    protected PanelVote() {} // for Hibernate

    /// @param sequence place among all votes on the referral, from 1
    PanelVote(
            int sequence,
            int round,
            String seat,
            UUID person,
            Vote vote,
            String reason,
            Instant castAt) {
        this.sequence = sequence;
        this.round = round;
        this.seat = seat;
        this.person = person;
        this.vote = vote;
        this.reason = reason;
        this.castAt = castAt;
    }

    /// @param confirms the vote of an earlier round that this one repeats, null if none
    PanelVote with(@Nullable Pathway pathway, @Nullable UUID confirms) {
        this.pathway = pathway;
        this.confirms = confirms;
        return this;
    }

    /// Marks it as a view that the decision did not wait for.
    PanelVote afterDecision() {
        afterDecision = true;
        return this;
    }

    UUID id() {
        return id;
    }

    int sequence() {
        return sequence;
    }

    int round() {
        return round;
    }

    String seat() {
        return seat;
    }

    UUID person() {
        return person;
    }

    Vote vote() {
        return vote;
    }

    String reason() {
        return reason;
    }

    @Nullable Pathway pathway() {
        return pathway;
    }

    @Nullable UUID confirms() {
        return confirms;
    }

    boolean isAfterDecision() {
        return afterDecision;
    }

    Instant castAt() {
        return castAt;
    }
}
