package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/// What the minutes say in one section beside what was recorded, so that somebody who was not there
/// can follow (R-MIN-02).
@Entity
class MinutesText {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private RecordSection section;

    private String text = "";
    private int saves;

    @Column(name = "saved_by")
    private UUID savedBy;

    private Instant savedAt;

    protected MinutesText() {} // for Hibernate

    MinutesText(RecordSection section, UUID by, Instant now) {
        this.section = section;
        savedBy = by;
        savedAt = now;
    }

    void save(String given, UUID by, Instant now) {
        text = given;
        saves++;
        savedBy = by;
        savedAt = now;
    }

    RecordSection section() {
        return section;
    }

    String text() {
        return text;
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
}
