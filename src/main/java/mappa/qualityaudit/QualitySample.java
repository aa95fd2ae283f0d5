package mappa.qualityaudit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that was drawn, by its number alone: which one it is stands apart, for those who may
/// know it.
@Entity
class QualitySample {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(name = "audit_id", updatable = false)
    private UUID audit;

    @Column(updatable = false)
    private int number;

    /// Set by the database when the scores come in: the second wall hangs on it.
    @Column(insertable = false, updatable = false)
    private @Nullable Instant firstScoredAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant secondScoredAt;

    protected QualitySample() {} // for Hibernate

    QualitySample(UUID audit, int number) {
        this.audit = audit;
        this.number = number;
    }

    UUID id() {
        return id;
    }

    UUID audit() {
        return audit;
    }

    int number() {
        return number;
    }

    Optional<Instant> scoredAt(boolean second) {
        return Optional.ofNullable(second ? secondScoredAt : firstScoredAt);
    }
}
