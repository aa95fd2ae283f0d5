package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// How an agency took part in a meeting to which it was asked, kept when the meeting is closed. It
/// says nothing of the case, so everybody of the area may count it.
@Entity
@Immutable
class AgencyAttendance {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private UUID meetingId;

    @Column(name = "area_code")
    private String area;

    @Column(name = "agency_id")
    private UUID agency;

    private LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    private AttendanceKind kind;

    protected AgencyAttendance() {} // for Hibernate

    AgencyAttendance(Meeting meeting, UUID agency, AttendanceKind kind) {
        meetingId = meeting.id();
        area = meeting.area();
        this.agency = agency;
        heldOn = meeting.heldOn();
        this.kind = kind;
    }

    UUID id() {
        return id;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    AttendanceKind kind() {
        return kind;
    }

    /// Neither somebody nor a report was there (R-MTG-10).
    boolean isAbsence() {
        return kind == AttendanceKind.ABSENT;
    }
}
