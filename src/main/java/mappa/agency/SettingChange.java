package mappa.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// One value that an area gave to a setting, from a day on; never changed, only followed by
/// another.
@Entity
@Immutable
@Table(name = "area_setting")
class SettingChange {

    @Id private UUID id;

    @Column(name = "area_code")
    private String area;

    @Enumerated(EnumType.STRING)
    private Setting setting;

    private String value;
    private LocalDate fromOn;
    private Instant recordedAt;
    private UUID recordedBy;

    protected SettingChange() {} // for Hibernate

    SettingChange(
            String area, Setting setting, String value, LocalDate fromOn, Instant now, UUID by) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.area = area;
        this.setting = setting;
        this.value = value;
        this.fromOn = fromOn;
        recordedAt = now;
        recordedBy = by;
    }

    UUID id() {
        return id;
    }

    String area() {
        return area;
    }

    Setting setting() {
        return setting;
    }

    String value() {
        return value;
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
