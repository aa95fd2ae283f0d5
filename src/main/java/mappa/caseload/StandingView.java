package mappa.caseload;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Category and level that last, since when, and who leads.
///
/// @param leadAgency name; null if not recorded
public record StandingView(
        Category category,
        Basis basis,
        LocalDate categorySince,
        Level level,
        LocalDate levelSince,
        @Nullable UUID leadAgencyId,
        @Nullable String leadAgency) {}
