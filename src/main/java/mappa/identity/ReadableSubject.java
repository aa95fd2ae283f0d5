package mappa.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A person, case or referral that the actor of the running transaction may see; a view, for use in
/// predicates.
@Entity
@Immutable
class ReadableSubject {

    @Id private UUID subjectId;

    protected ReadableSubject() {} // for Hibernate

    UUID subjectId() {
        return subjectId;
    }
}
