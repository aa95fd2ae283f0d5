package mappa.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Categories and levels of a case with their days.
///
/// @param asAt the day asked for
/// @param standing category and level at the end of that day; null if the person was not in MAPPA
/// @param categories newest first
/// @param checks when somebody found that the person is not eligible, newest first
public record LevelHistoryView(
        LocalDate asAt,
        @Nullable StandingView standing,
        List<CategoryLine> categories,
        List<Check> checks) {

    /// @param to the first day on which it no longer held; null while it lasts
    public record CategoryLine(
            Category category,
            Basis basis,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable EndReason endReason,
            @Nullable String leadAgency,
            List<LevelLine> levels) {}

    /// @param correctable whether the day it began can be corrected: not the category's first level
    public record LevelLine(
            UUID spellId,
            Level level,
            LocalDate from,
            @Nullable LocalDate to,
            LevelSetBy setBy,
            String reason,
            Instant recordedAt,
            String recordedBy,
            boolean correctable) {}

    public record Check(LocalDate on, String reason) {}
}
