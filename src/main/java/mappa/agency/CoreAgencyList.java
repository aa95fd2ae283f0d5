package mappa.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// Agencies that are asked to every meeting of a level from a day on, until another row says
/// otherwise (R-MTG-07).
@Entity
@Immutable
class CoreAgencyList {

    @Id private UUID id;

    @Column(name = "area_code")
    private String area;

    private int level;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "uuid[]")
    private List<UUID> agencyIds;

    private LocalDate fromOn;
    private Instant recordedAt;
    private UUID recordedBy;

    protected CoreAgencyList() {} // for Hibernate

    CoreAgencyList(
            String area, int level, List<UUID> agencies, LocalDate from, Instant now, UUID by) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.area = area;
        this.level = level;
        agencyIds = List.copyOf(agencies);
        fromOn = from;
        recordedAt = now;
        recordedBy = by;
    }

    int level() {
        return level;
    }

    List<UUID> agencyIds() {
        return List.copyOf(agencyIds);
    }

    LocalDate fromOn() {
        return fromOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    UUID recordedBy() {
        return recordedBy;
    }
}
