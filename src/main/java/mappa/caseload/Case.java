package mappa.caseload;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person in one area. It survives categories, levels and exits.
@Table(name = "mappa_case")
@Entity(name = "MappaCase")
class Case {

    @Id private UUID id;
    @Version private int version;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    private int referenceYear;

    @Column(updatable = false)
    private int referenceNumber;

    private @Nullable UUID ownerId;
    private @Nullable UUID ownerAgencyId;

    @Column(updatable = false)
    private LocalDate openedOn;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private @Nullable UUID recordedBy;

    protected Case() {} // for Hibernate

    Case(UUID personId, CaseReference reference, Entry entry) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.personId = personId;
        this.area = reference.area();
        this.referenceYear = reference.year();
        this.referenceNumber = reference.number();
        this.openedOn = entry.today();
        this.recordedAt = entry.at();
        this.recordedBy = entry.by();
    }

    /// Somebody of the lead agency answers for the case from now on.
    void give(UUID ownerId, UUID ownerAgencyId) {
        this.ownerId = ownerId;
        this.ownerAgencyId = ownerAgencyId;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID personId() {
        return personId;
    }

    String area() {
        return area;
    }

    CaseReference reference() {
        return new CaseReference(area, referenceYear, referenceNumber);
    }

    Optional<UUID> ownerId() {
        return Optional.ofNullable(ownerId);
    }

    Optional<UUID> ownerAgencyId() {
        return Optional.ofNullable(ownerAgencyId);
    }

    LocalDate openedOn() {
        return openedOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable UUID recordedBy() {
        return recordedBy;
    }
}
