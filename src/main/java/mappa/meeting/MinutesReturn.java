package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// The chair gave a draft back, and says what is to be put right.
@Entity
@Immutable
class MinutesReturn {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private int draft;
    private String notes;

    @jakarta.persistence.Column(name = "returned_by")
    private UUID by;

    @jakarta.persistence.Column(name = "returned_at")
    private Instant at;

    protected MinutesReturn() {} // for Hibernate

    MinutesReturn(int draft, String notes, UUID by, Instant now) {
        this.draft = draft;
        this.notes = notes;
        this.by = by;
        at = now;
    }

    int draft() {
        return draft;
    }

    String notes() {
        return notes;
    }

    UUID by() {
        return by;
    }

    Instant at() {
        return at;
    }
}
