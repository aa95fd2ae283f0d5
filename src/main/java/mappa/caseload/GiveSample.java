package mappa.caseload;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/// @param auditor somebody who holds that role in the case's area
/// @param until last day on which they read the case
public record GiveSample(@NotNull UUID auditor, @NotNull LocalDate until) {}
