package mappa.caseload;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Put a person in a category, at a level, from a day on.
///
/// @param alsoMeets other categories whose tests the person meets
/// @param leadAgencyId the agency with the statutory responsibility; null if not recorded
public record OpenEligibility(
        @NotNull Category category,
        @NotNull Basis basis,
        Set<Category> alsoMeets,
        @NotNull LocalDate from,
        @Nullable UUID leadAgencyId,
        @NotNull Level level,
        @NotNull LevelDecision decision) {

    public OpenEligibility {
        alsoMeets = alsoMeets == null ? Set.of() : Set.copyOf(alsoMeets);
    }
}
