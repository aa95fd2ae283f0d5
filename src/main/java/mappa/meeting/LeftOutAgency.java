package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A core agency that was not asked to a meeting, and why (R-MTG-07).
@Entity
@Immutable
class LeftOutAgency {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    private UUID meetingId;

    @Column(name = "agency_id")
    private UUID agency;

    private String reason;
    private Instant recordedAt;
    private UUID recordedBy;

    protected LeftOutAgency() {} // for Hibernate

    LeftOutAgency(UUID meetingId, UUID agency, String reason, Instant now, UUID by) {
        this.meetingId = meetingId;
        this.agency = agency;
        this.reason = reason.strip();
        recordedAt = now;
        recordedBy = by;
    }

    UUID agency() {
        return agency;
    }

    String reason() {
        return reason;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    UUID recordedBy() {
        return recordedBy;
    }
}
