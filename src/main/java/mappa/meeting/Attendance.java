package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// How one agency took part in one meeting, whether it was asked to or not.
@Entity
class Attendance {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(updatable = false)
    private UUID meetingId;

    @Column(name = "agency_id", updatable = false)
    private UUID agency;

    @Enumerated(EnumType.STRING)
    private AttendanceKind kind;

    private @Nullable String name;
    private @Nullable String grade;
    private @Nullable LocalTime joinedAt;
    private @Nullable LocalTime leftAt;
    private boolean statementRead;
    private UUID recordedBy;
    private Instant recordedAt;

    protected Attendance() {} // for Hibernate

    Attendance(UUID meetingId, RecordAttendance.Line line, UUID by, Instant now) {
        this.meetingId = meetingId;
        agency = line.agency();
        record(line, by, now);
    }

    /// @throws Invalid if somebody left before joining
    final void record(RecordAttendance.Line line, UUID by, Instant now) {
        if (line.joinedAt() != null
                && line.leftAt() != null
                && !line.leftAt().isAfter(line.joinedAt())) {
            throw new Invalid(
                    "left-" + line.agency(),
                    "meeting.left-before-joining",
                    line.joinedAt(),
                    line.leftAt());
        }
        kind = line.kind();
        name = line.name();
        grade = line.grade();
        joinedAt = line.joinedAt();
        leftAt = line.leftAt();
        statementRead = line.statementRead();
        recordedBy = by;
        recordedAt = now;
    }

    /// Whether somebody came late to whom the statement was not read again (R-MTG-12).
    boolean needsStatement() {
        return kind.isThere() && joinedAt != null && !statementRead;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID agency() {
        return agency;
    }

    AttendanceKind kind() {
        return kind;
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    Optional<String> grade() {
        return Optional.ofNullable(grade);
    }

    /// When they came; empty where they were there from the start.
    Optional<LocalTime> joinedAt() {
        return Optional.ofNullable(joinedAt);
    }

    /// When they left; empty where they stayed to the end.
    Optional<LocalTime> leftAt() {
        return Optional.ofNullable(leftAt);
    }

    /// Whether the statement was read again to whoever came late.
    boolean isStatementRead() {
        return statementRead;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
