package mappa.qualityaudit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// Everything that could have been drawn, as it was on the day of the draw: only so can the draw be
/// repeated. Read by the unit alone.
@Entity
@Immutable
class QualityPopulation {

    @Id
    @Column(name = "audit_id")
    private UUID audit;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<AuditedThing> things;

    protected QualityPopulation() {} // for Hibernate

    QualityPopulation(UUID audit, List<AuditedThing> things) {
        this.audit = audit;
        this.things = List.copyOf(things);
    }

    List<AuditedThing> things() {
        return things;
    }
}
