package mappa.qualityaudit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sets an audit up and draws its sample.
///
/// @param form a published one
/// @param from first and `to` last day: cases at the level on one of them, meetings closed that
///   were held on one
/// @param level 1 to 3; null for all
/// @param secondScorer scores without seeing the first; null for none
/// @param readsUntil last day on which the scorers read the cases
/// @param earlier the audit that is repeated; null for none
public record DrawAudit(
        UUID form,
        String title,
        LocalDate from,
        LocalDate to,
        @Nullable Integer level,
        int size,
        UUID firstScorer,
        @Nullable UUID secondScorer,
        LocalDate readsUntil,
        @Nullable UUID earlier) {}
