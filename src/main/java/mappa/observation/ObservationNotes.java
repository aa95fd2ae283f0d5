package mappa.observation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import mappa.rule.Invalid;
import org.hibernate.annotations.Immutable;

/// What a lay adviser tells the board about a meeting, never changed; more can be added.
@Entity
@Immutable
class ObservationNotes {

    private static final int LONGEST = 5_000;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(name = "observation_id")
    private UUID observation;

    private String text;
    private UUID writtenBy;
    private Instant writtenAt;

    protected ObservationNotes() {} // for Hibernate

    /// @throws Invalid without a text
    ObservationNotes(Observation of, String typed, UUID by, Instant now) {
        if (typed.isBlank() || typed.length() > LONGEST) {
            throw new Invalid("notes", "observation.problem.notes", LONGEST, typed.length());
        }
        observation = of.id();
        text = typed.strip();
        writtenBy = by;
        writtenAt = now;
    }

    UUID observation() {
        return observation;
    }

    String text() {
        return text;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
