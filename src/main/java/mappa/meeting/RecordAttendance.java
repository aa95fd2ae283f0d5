package mappa.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps who took part in a meeting.
///
/// @param lines those that the writer has changed
public record RecordAttendance(@NotEmpty List<@Valid Line> lines) {

    /// @param joinedAt null where they were there from the start
    /// @param leftAt null where they stayed to the end
    /// @param statementRead whether the statement was read again to whoever came late (R-MTG-12)
    /// @param saves version of the line that the writer read, from 1; 0 if there was none
    public record Line(
            @NotNull UUID agency,
            @NotNull AttendanceKind kind,
            @Nullable String name,
            @Nullable String grade,
            @Nullable LocalTime joinedAt,
            @Nullable LocalTime leftAt,
            boolean statementRead,
            @PositiveOrZero int saves) {}
}
