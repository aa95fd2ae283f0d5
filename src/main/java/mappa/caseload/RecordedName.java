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
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A name of a person, as written down at some time.
@Table(name = "person_name")
@Entity
class RecordedName {

    @Id private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id", updatable = false)
    private Person person;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private NameKind kind;

    @Column(updatable = false)
    private @Nullable String surname;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Fact.@Nullable Why surnameMissing;

    @Column(updatable = false)
    private @Nullable String forenames;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Fact.@Nullable Why forenamesMissing;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private @Nullable UUID recordedBy;

    protected RecordedName() {} // for Hibernate

    RecordedName(Person person, NameKind kind, PersonName name, Entry entry) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.person = person;
        this.kind = kind;
        this.surname = name.surname().toOptional().orElse(null);
        this.surnameMissing = name.surname().reason().orElse(null);
        this.forenames = name.forenames().toOptional().orElse(null);
        this.forenamesMissing = name.forenames().reason().orElse(null);
        this.recordedAt = entry.at();
        this.recordedBy = entry.by();
    }

    NameKind kind() {
        return kind;
    }

    PersonName name() {
        return new PersonName(
                Fact.of(surname, surnameMissing), Fact.of(forenames, forenamesMissing));
    }
}
