package mappa.referral;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A deadline that has acted, and so will not act again.
@Entity
@Immutable
@Table(name = "referral_deadline")
class PassedDeadline {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Enumerated(EnumType.STRING)
    private Deadline.Kind kind;

    private LocalDate dueOn;
    private Instant actedAt;

    protected PassedDeadline() {} // for Hibernate

    PassedDeadline(Deadline deadline, Instant now) {
        this.kind = deadline.kind();
        this.dueOn = deadline.dueOn();
        this.actedAt = now;
    }

    Deadline.Kind kind() {
        return kind;
    }

    boolean isFor(Deadline deadline) {
        return kind == deadline.kind() && dueOn.equals(deadline.dueOn());
    }
}
