package mappa.agency;

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

/// One line of an agency's history: what it was called from then on, or why it ended.
@Entity
@Immutable
class AgencyEvent {

    @Id private UUID id;

    @Column(name = "area_code")
    private String area;

    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private AgencyChanged.What change;

    private String name;

    @Enumerated(EnumType.STRING)
    private AgencyKind kind;

    private @Nullable String body;
    private @Nullable String subArea;
    private @Nullable LocalDate onDay;
    private @Nullable String reason;
    private Instant recordedAt;
    private @Nullable UUID recordedBy;

    protected AgencyEvent() {} // for Hibernate

    AgencyEvent(
            Agency agency,
            AgencyChanged.What change,
            @Nullable LocalDate on,
            @Nullable String reason,
            Instant now,
            @Nullable UUID by) {
        id = UuidCreator.getTimeOrderedEpoch();
        area = agency.area();
        agencyId = agency.id();
        this.change = change;
        name = agency.name();
        kind = agency.kind();
        body = agency.body();
        subArea = agency.subArea();
        onDay = on;
        this.reason = reason;
        recordedAt = now;
        recordedBy = by;
    }

    AgencyChanged.What change() {
        return change;
    }

    String name() {
        return name;
    }

    AgencyKind kind() {
        return kind;
    }

    @Nullable LocalDate onDay() {
        return onDay;
    }

    @Nullable String reason() {
        return reason;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable UUID recordedBy() {
        return recordedBy;
    }
}
