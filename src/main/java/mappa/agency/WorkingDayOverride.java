package mappa.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A day that an area adds to its working days or takes from them; of several for one day the last
/// recorded counts.
@Entity
@Immutable
@Table(name = "working_day_override")
class WorkingDayOverride {

    @Id private UUID id;

    @Column(name = "area_code")
    private String area;

    private LocalDate day;
    private boolean working;
    private String reason;
    private Instant recordedAt;
    private UUID recordedBy;

    protected WorkingDayOverride() {} // for Hibernate

    WorkingDayOverride(
            String area, LocalDate day, boolean working, String reason, Instant now, UUID by) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.area = area;
        this.day = day;
        this.working = working;
        this.reason = reason;
        recordedAt = now;
        recordedBy = by;
    }

    UUID id() {
        return id;
    }

    String area() {
        return area;
    }

    LocalDate day() {
        return day;
    }

    boolean isWorking() {
        return working;
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
