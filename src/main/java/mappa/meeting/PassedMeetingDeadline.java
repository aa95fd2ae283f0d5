package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A deadline that has acted, and so will not act again.
@Entity
@Immutable
@Table(name = "meeting_deadline")
class PassedMeetingDeadline {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Enumerated(EnumType.STRING)
    private MeetingDeadline.Kind kind;

    private LocalDate dueOn;
    private Instant actedAt;

    protected PassedMeetingDeadline() {} // for Hibernate

    PassedMeetingDeadline(MeetingDeadline deadline, Instant now) {
        kind = deadline.kind();
        dueOn = deadline.dueOn();
        actedAt = now;
    }

    boolean isFor(MeetingDeadline deadline) {
        return kind == deadline.kind() && dueOn.equals(deadline.dueOn());
    }
}
