package mappa.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an agency took part in the meetings to which it was asked.
///
/// @param agency name
/// @param asked how many meetings that was, at most the last 50
/// @param there how many of them somebody came to
/// @param inARow absences without a report, counted back from the last meeting
/// @param since the first of those; null where there is none
/// @param toManager and `toBoard`: after how many in a row each is told (local policy)
/// @param lines and `told`: the latest first
public record AttendanceOfAgency(
        UUID id,
        String agency,
        int asked,
        long there,
        int inARow,
        @Nullable LocalDate since,
        int toManager,
        int toBoard,
        List<Line> lines,
        List<Told> told) {

    public record Line(LocalDate on, AttendanceKind kind) {}

    /// Name of the form field with what came of it.
    static String field(UUID escalation) {
        return "answer-" + escalation;
    }

    /// Somebody above was told.
    ///
    /// @param answer what came of it; null as long as nobody has said
    public record Told(
            UUID id,
            AbsenceStep step,
            int absences,
            Instant at,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy) {

        /// Name of the form field with the answer.
        public String field() {
            return AttendanceOfAgency.field(id);
        }
    }
}
