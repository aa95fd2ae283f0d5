package mappa.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.caseload.Category;
import mappa.caseload.Level;
import mappa.caseload.LevelOfCase;
import mappa.meeting.CameAlongAction;
import mappa.meeting.MinutesSummary;
import org.jspecify.annotations.Nullable;

/// A transfer as one of its two areas sees it.
///
/// @param reference of the case in the area that offers it
/// @param area and `toArea`: codes; `from` and `to` their names
/// @param outgoing whether the reader's area offers it
/// @param lastMetOn null before the first meeting
/// @param reviewDueOn in the other area; null while nothing sets a day
/// @param answeredOn null until it is answered, as all that follow
/// @param takenCaseId for the area that took it over alone, as all that follow
public record TransferView(
        UUID id,
        UUID caseId,
        String reference,
        String area,
        String from,
        String toArea,
        String to,
        boolean outgoing,
        TransferState state,
        String initials,
        Category category,
        Level level,
        @Nullable LocalDate lastMetOn,
        @Nullable LocalDate reviewDueOn,
        List<PartLine> contents,
        String offeredBy,
        Instant offeredAt,
        LocalDate answerDueOn,
        @Nullable String answeredBy,
        @Nullable LocalDate answeredOn,
        @Nullable String reason,
        @Nullable String coordinator,
        @Nullable UUID takenCaseId,
        List<LevelOfCase> history,
        List<MinutesSummary> minutes,
        List<CameAlongAction> actions) {

    /// One part of the package.
    ///
    /// @param part a code, for example `MINUTES`
    /// @param missing a code; null if nothing is missing
    public record PartLine(String part, int number, @Nullable String missing) {
        static PartLine of(Content content) {
            return new PartLine(
                    content.part().name(),
                    content.number(),
                    content.missing() == null ? null : content.missing().name());
        }
    }

    public boolean isOpen() {
        return state == TransferState.OFFERED;
    }

    @Override
    public String toString() {
        return "TransferView[" + id + "]"; // must not reach a log
    }
}
