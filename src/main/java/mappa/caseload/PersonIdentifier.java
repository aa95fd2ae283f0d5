package mappa.caseload;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A number by which another system knows a person, as written down at some time.
@Entity
class PersonIdentifier {

    @Id private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id", updatable = false)
    private Person person;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private IdentifierKind kind;

    @Column(updatable = false)
    private String value;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private @Nullable UUID recordedBy;

    private @Nullable Instant endedAt;

    protected PersonIdentifier() {} // for Hibernate

    PersonIdentifier(Person person, Identifier identifier, Entry entry) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.person = person;
        this.kind = identifier.kind();
        this.value = identifier.value();
        this.recordedAt = entry.at();
        this.recordedBy = entry.by();
    }

    UUID id() {
        return id;
    }

    boolean isCurrent() {
        return endedAt == null;
    }

    Identifier identifier() {
        return new Identifier(kind, value);
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
