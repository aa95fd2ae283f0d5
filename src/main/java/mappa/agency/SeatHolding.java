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
import org.jspecify.annotations.Nullable;

/// Who sits on a seat of an area's panel from a day on, until another row says otherwise.
@Entity
@Immutable
@Table(name = "panel_seat")
class SeatHolding {

    @Id private UUID id;

    @Column(name = "area_code")
    private String area;

    @Enumerated(EnumType.STRING)
    private Seat seat;

    private @Nullable UUID holderId;
    private @Nullable UUID deputyId;
    private LocalDate fromOn;
    private Instant recordedAt;
    private UUID recordedBy;

    protected SeatHolding() {} // for Hibernate

    SeatHolding(
            String area,
            Seat seat,
            @Nullable UUID holder,
            @Nullable UUID deputy,
            LocalDate fromOn,
            Instant now,
            UUID by) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.area = area;
        this.seat = seat;
        holderId = holder;
        deputyId = deputy;
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

    Seat seat() {
        return seat;
    }

    @Nullable UUID holder() {
        return holderId;
    }

    @Nullable UUID deputy() {
        return deputyId;
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
