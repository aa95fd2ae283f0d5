package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Something that was done so that the individual has their part in a meeting, or why it was not.
@Entity
@Immutable
class Involvement {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private UUID meetingId;

    @Enumerated(EnumType.STRING)
    private InvolvementKind kind;

    @Enumerated(EnumType.STRING)
    private InvolvedPerson who;

    private boolean withheld;
    private LocalDate doneOn;
    private String text;
    private UUID recordedBy;
    private Instant recordedAt;

    protected Involvement() {} // for Hibernate

    Involvement(RecordInvolvement command, UUID by, Instant now) {
        meetingId = command.meeting();
        kind = command.kind();
        who = command.who();
        withheld = command.withheld();
        doneOn = command.doneOn();
        text = command.text();
        recordedBy = by;
        recordedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID meetingId() {
        return meetingId;
    }

    InvolvementKind kind() {
        return kind;
    }

    InvolvedPerson who() {
        return who;
    }

    boolean isWithheld() {
        return withheld;
    }

    LocalDate doneOn() {
        return doneOn;
    }

    String text() {
        return text;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
