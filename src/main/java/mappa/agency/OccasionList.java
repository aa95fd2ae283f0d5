package mappa.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// Agencies that an area asks on an occasion, until another row says otherwise (R-MTG-07).
@Entity
@Immutable
class OccasionList {

    @Id private UUID id;

    @Column(name = "area_code")
    private String area;

    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "uuid[]")
    private List<UUID> agencyIds;

    private Instant recordedAt;
    private UUID recordedBy;

    protected OccasionList() {} // for Hibernate

    OccasionList(String area, Occasion occasion, List<UUID> agencies, Instant now, UUID by) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.area = area;
        this.occasion = occasion;
        agencyIds = List.copyOf(agencies);
        recordedAt = now;
        recordedBy = by;
    }

    Occasion occasion() {
        return occasion;
    }

    List<UUID> agencyIds() {
        return List.copyOf(agencyIds);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    UUID recordedBy() {
        return recordedBy;
    }
}
