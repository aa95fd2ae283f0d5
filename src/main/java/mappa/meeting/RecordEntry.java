package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The value of one field of a meeting's record. When two people change it at once, the later text
/// is kept beside the one that stands until somebody settles it: none is lost.
@Entity
class RecordEntry {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private RecordSection section;

    @Column(updatable = false)
    private String field;

    private String value = "";
    private int saves;

    @Column(name = "saved_by")
    private UUID savedBy;

    private Instant savedAt;

    private @Nullable String otherValue;

    @Column(name = "other_by")
    private @Nullable UUID otherBy;

    private @Nullable Instant otherAt;

    protected RecordEntry() {} // for Hibernate

    RecordEntry(UUID meetingId, RecordSection section, String field, UUID by, Instant now) {
        this.meetingId = meetingId;
        this.section = section;
        this.field = field;
        savedBy = by;
        savedAt = now;
    }

    /// Keeps a value.
    ///
    /// @param read how often it had been saved when the writer read it; 0 if never
    /// @return whether it stands; if not, it is kept beside what somebody else saved meanwhile
    boolean save(String given, int read, UUID by, Instant now) {
        if (given.equals(value)) {
            return true;
        }
        if (read != saves && !by.equals(savedBy)) {
            otherValue = given;
            otherBy = by;
            otherAt = now;
            return false;
        }
        stand(given, by, now);
        return true;
    }

    /// Ends the difference: from now on this stands.
    void settle(String chosen, UUID by, Instant now) {
        otherValue = null;
        otherBy = null;
        otherAt = null;
        stand(chosen, by, now);
    }

    private void stand(String given, UUID by, Instant now) {
        value = given;
        saves++;
        savedBy = by;
        savedAt = now;
    }

    RecordSection section() {
        return section;
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    int saves() {
        return saves;
    }

    UUID savedBy() {
        return savedBy;
    }

    Instant savedAt() {
        return savedAt;
    }

    /// What somebody else wrote at the same time; empty if nothing is to be settled.
    Optional<String> otherValue() {
        return Optional.ofNullable(otherValue);
    }

    Optional<UUID> otherBy() {
        return Optional.ofNullable(otherBy);
    }

    Optional<Instant> otherAt() {
        return Optional.ofNullable(otherAt);
    }
}
