package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What was wrong or missing in approved minutes; nothing is overwritten (R-MIN-11).
@Entity
@Immutable
class MinutesAddendum {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private int number;

    /// Key of the section that it corrects; null for the whole.
    private @Nullable String section;

    private String what;
    private String why;

    @Column(name = "added_by")
    private UUID by;

    @Column(name = "added_at")
    private Instant at;

    protected MinutesAddendum() {} // for Hibernate

    /// @param number from 1
    MinutesAddendum(int number, AddAddendum command, UUID by, Instant now) {
        this.number = number;
        section = command.section() == null ? null : command.section().path();
        what = command.what().strip();
        why = command.why().strip();
        this.by = by;
        at = now;
    }

    int number() {
        return number;
    }

    Optional<RecordSection> section() {
        return Optional.ofNullable(section).flatMap(RecordSection::ofPath);
    }

    String what() {
        return what;
    }

    String why() {
        return why;
    }

    UUID by() {
        return by;
    }

    Instant at() {
        return at;
    }
}
