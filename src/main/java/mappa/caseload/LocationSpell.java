package mappa.caseload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a person was, from when to when.
@Entity
class LocationSpell extends Spell {

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Location location;

    @Column(updatable = false)
    private @Nullable String place;

    protected LocationSpell() {} // for Hibernate

    /// @param place the prison, hospital or town; null if not recorded
    LocationSpell(
            UUID caseId,
            String area,
            Location location,
            @Nullable String place,
            LocalDate from,
            Entry entry) {
        super(from, null, entry);
        this.caseId = caseId;
        this.area = area;
        this.location = location;
        this.place = place;
    }

    /// The same in the case of the area that takes the person over.
    LocationSpell(Case taken, LocationSpell of, Entry entry) {
        super(of.from(), of.to().orElse(null), entry);
        this.caseId = taken.id();
        this.area = taken.area();
        this.location = of.location;
        this.place = of.place;
    }

    private LocationSpell(LocationSpell earlier, LocalDate to, Entry entry) {
        super(earlier, earlier.from(), to, entry);
        this.caseId = earlier.caseId;
        this.area = earlier.area;
        this.location = earlier.location;
        this.place = earlier.place;
    }

    /// This spell, ended.
    ///
    /// @param to not before it began
    LocationSpell ended(LocalDate to, Entry entry) {
        return new LocationSpell(this, to, entry);
    }

    UUID caseId() {
        return caseId;
    }

    Location location() {
        return location;
    }

    Optional<String> place() {
        return Optional.ofNullable(place);
    }
}
