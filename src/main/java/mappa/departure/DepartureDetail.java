package mappa.departure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What of a departure belongs to its case: seen only by those who may see the case.
@Entity
@Immutable
class DepartureDetail {

    @Id private UUID id;

    @Column(name = "area_code")
    private String area;

    private @Nullable UUID thingId;
    private @Nullable String reference;
    private String what;

    protected DepartureDetail() {} // for Hibernate

    DepartureDetail(Departure departure, RecordDeparture command) {
        id = departure.id();
        area = departure.area();
        thingId = command.thing();
        reference = command.reference();
        what = command.what().strip();
    }

    UUID id() {
        return id;
    }

    @Nullable UUID thingId() {
        return thingId;
    }

    @Nullable String reference() {
        return reference;
    }

    String what() {
        return what;
    }
}
