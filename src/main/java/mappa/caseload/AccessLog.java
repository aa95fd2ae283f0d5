package mappa.caseload;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who looked at a case or changed it, newest first.
///
/// @param next sequence before which the next page begins; null on the last
public record AccessLog(List<Line> lines, @Nullable Long next) {

    /// @param person name of who it was; null for the system
    /// @param job name of the system's job; null for a person
    /// @param agency null where they act for none
    /// @param event code of what was looked at or done
    /// @param operation kind of operation, as a code
    /// @param purpose why, as a code; null where nothing was asked
    public record Line(
            Instant at,
            @Nullable String person,
            @Nullable String job,
            String role,
            @Nullable String agency,
            String operation,
            String event,
            @Nullable String purpose,
            @Nullable String route) {}
}
