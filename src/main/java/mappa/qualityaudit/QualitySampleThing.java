package mappa.qualityaudit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Which case or meeting a sample is: read by the unit, and by its scorers for as long as they may
/// read the case.
@Entity
@Immutable
class QualitySampleThing {

    @Id
    @Column(name = "sample_id")
    private UUID sample;

    @Column(name = "audit_id")
    private UUID audit;

    @Column(name = "thing_id")
    private UUID thing;

    private UUID caseId;
    private String reference;

    protected QualitySampleThing() {} // for Hibernate

    QualitySampleThing(QualitySample sample, AuditedThing of) {
        this.sample = sample.id();
        audit = sample.audit();
        thing = of.id();
        caseId = of.caseId();
        reference = of.reference();
    }

    AuditedThing thing() {
        return new AuditedThing(thing, caseId, reference);
    }
}
