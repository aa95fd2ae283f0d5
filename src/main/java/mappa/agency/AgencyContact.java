package mappa.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// Who speaks for an agency from a moment on, until another row says otherwise (R-INF-06).
@Entity
@Immutable
class AgencyContact {

    @Id private UUID id;

    @Column(name = "area_code")
    private String area;

    private UUID agencyId;
    private @Nullable UUID contactId;
    private @Nullable UUID deputyId;
    private @Nullable UUID escalationId;
    private Instant recordedAt;
    private UUID recordedBy;

    protected AgencyContact() {} // for Hibernate

    AgencyContact(Agency agency, Contacts contacts, Instant now, UUID by) {
        id = UuidCreator.getTimeOrderedEpoch();
        area = agency.area();
        agencyId = agency.id();
        contactId = contacts.spoc();
        deputyId = contacts.deputy();
        escalationId = contacts.manager();
        recordedAt = now;
        recordedBy = by;
    }

    UUID agencyId() {
        return agencyId;
    }

    Contacts contacts() {
        return new Contacts(contactId, deputyId, escalationId);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    UUID recordedBy() {
        return recordedBy;
    }
}
