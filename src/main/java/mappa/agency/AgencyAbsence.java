package mappa.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// Days on which an agency cannot come to meetings.
@Entity
class AgencyAbsence {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(name = "area_code", updatable = false)
    private String area;

    @Column(updatable = false)
    private UUID agencyId;

    @Column(updatable = false)
    private LocalDate fromOn;

    @Column(updatable = false)
    private LocalDate toOn;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private UUID recordedBy;

    private @Nullable Instant endedAt;
    private @Nullable UUID endedBy;

    protected AgencyAbsence() {} // for Hibernate

    /// @param toOn the last day, included
    /// @throws Invalid if it ends before it begins, or has passed
    AgencyAbsence(
            Agency agency,
            LocalDate fromOn,
            LocalDate toOn,
            LocalDate today,
            Instant now,
            UUID by) {
        if (toOn.isBefore(fromOn)) {
            throw new Invalid("toOn", "agency.problem.absence-ends-first", fromOn, toOn);
        }
        if (toOn.isBefore(today)) {
            throw new Invalid("toOn", "agency.problem.absence-past", toOn);
        }
        area = agency.area();
        agencyId = agency.id();
        this.fromOn = fromOn;
        this.toOn = toOn;
        recordedAt = now;
        recordedBy = by;
    }

    /// It does not count any more; again, it changes nothing.
    void end(UUID by, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedBy = by;
        }
    }

    UUID id() {
        return id;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate toOn() {
        return toOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    UUID recordedBy() {
        return recordedBy;
    }
}
