package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// One version of what an agency sent before or after a meeting; a change is another version.
@Entity
@Immutable
class AgencyReturn {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(name = "number")
    private int number;

    @Enumerated(EnumType.STRING)
    private ReturnKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> answers = new TreeMap<>();

    /// Sent after the meeting was closed: added to the record, not part of it.
    private boolean afterwards;

    @Column(name = "sent_by")
    private UUID sentBy;

    private Instant sentAt;

    protected AgencyReturn() {} // for Hibernate

    /// @param number from 1
    /// @param answers by key of the question, without those left empty
    AgencyReturn(
            int number,
            ReturnKind kind,
            Map<String, String> answers,
            boolean afterwards,
            UUID sentBy,
            Instant sentAt) {
        this.number = number;
        this.kind = kind;
        this.answers = new TreeMap<>(answers);
        this.afterwards = afterwards;
        this.sentBy = sentBy;
        this.sentAt = sentAt;
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    ReturnKind kind() {
        return kind;
    }

    Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    boolean isAfterwards() {
        return afterwards;
    }

    UUID sentBy() {
        return sentBy;
    }

    Instant sentAt() {
        return sentAt;
    }
}
