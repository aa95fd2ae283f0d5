package mappa.caseload;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/// Says that something about a case is so from a day on.
public record SetCircumstance(
        @NotNull CircumstanceKind kind, @NotNull LocalDate from, @NotNull String reason) {}
