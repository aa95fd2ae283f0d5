package mappa.caseload;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One date of a sentence as we held it to be from some moment on. A changed date is a new row that
/// supersedes the earlier one.
@Entity
class SentenceDate {

    @Id private UUID id;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private DateKind kind;

    @Column(updatable = false)
    private @Nullable LocalDate day;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Fact.@Nullable Why missing;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private @Nullable UUID recordedBy;

    private @Nullable Instant supersededAt;

    protected SentenceDate() {} // for Hibernate

    SentenceDate(UUID caseId, String area, DateKind kind, Fact<LocalDate> day, Entry entry) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.caseId = caseId;
        this.area = area;
        this.kind = kind;
        this.day = day.toOptional().orElse(null);
        this.missing = day.reason().orElse(null);
        this.recordedAt = entry.at();
        this.recordedBy = entry.by();
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    DateKind kind() {
        return kind;
    }

    Fact<LocalDate> day() {
        return Fact.of(day, missing);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable UUID recordedBy() {
        return recordedBy;
    }

    boolean isCurrent() {
        return supersededAt == null;
    }

    Optional<Instant> supersededAt() {
        return Optional.ofNullable(supersededAt);
    }

    void supersede(Instant now) {
        supersededAt = now;
    }
}
