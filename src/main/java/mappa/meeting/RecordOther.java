package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one person wrote into a field of the record while somebody else changed it.
@Entity
class RecordOther {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private String value = "";

    @Column(name = "written_by", updatable = false)
    private UUID writtenBy;

    private Instant writtenAt;
    private @Nullable Instant settledAt;

    protected RecordOther() {} // for Hibernate

    RecordOther(String value, UUID writtenBy, Instant now) {
        this.value = value;
        this.writtenBy = writtenBy;
        writtenAt = now;
    }

    /// @return whether it is another text than before
    boolean write(String given, Instant now) {
        var changed = !given.equals(value);
        value = given;
        writtenAt = changed ? now : writtenAt;
        return changed;
    }

    /// Is kept, but no longer waits for anybody.
    void settle(Instant now) {
        settledAt = now;
    }

    boolean isSettled() {
        return settledAt != null;
    }

    String value() {
        return value;
    }

    UUID writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
