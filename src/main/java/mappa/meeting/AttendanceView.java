package mappa.meeting;

import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one agency took part in a meeting.
///
/// @param asked whether it was invited; another may have come all the same
/// @param kind null as long as nothing is recorded
/// @param saves version of what is recorded, from 1; 0 as long as nothing is
public record AttendanceView(
        UUID agencyId,
        String agency,
        boolean asked,
        @Nullable AttendanceKind kind,
        @Nullable String name,
        @Nullable String grade,
        @Nullable LocalTime joinedAt,
        @Nullable LocalTime leftAt,
        boolean statementRead,
        int saves) {

    /// What the invitation and the return let expect, until somebody records what was.
    static AttendanceView expected(InvitationView of) {
        return new AttendanceView(
                of.agencyId(),
                of.agency(),
                true,
                null,
                of.deputyName() == null ? of.person() : of.deputyName(),
                of.grade(),
                null,
                null,
                false,
                0);
    }

    static AttendanceView of(Attendance of, String agency, boolean asked) {
        return new AttendanceView(
                of.agency(),
                agency,
                asked,
                of.kind(),
                of.name().orElse(null),
                of.grade().orElse(null),
                of.joinedAt().orElse(null),
                of.leftAt().orElse(null),
                of.isStatementRead(),
                of.version() + 1);
    }
}
