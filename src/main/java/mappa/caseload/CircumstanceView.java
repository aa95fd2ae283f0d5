package mappa.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something about a case as its page shows it.
///
/// @param id of the spell, for the command that ends it
/// @param reason why it was said to be so
/// @param by null for the service itself
/// @param to null while it lasts, with the three that follow
public record CircumstanceView(
        UUID id,
        CircumstanceKind kind,
        LocalDate from,
        String reason,
        Instant at,
        @Nullable String by,
        @Nullable LocalDate to,
        @Nullable String endReason,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /// Name of the form field with the day on which it ended.
    public String onField() {
        return "on-" + id;
    }

    public String reasonField() {
        return "reason-" + id;
    }
}
