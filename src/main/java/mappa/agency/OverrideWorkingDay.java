package mappa.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Makes a day a working day of the own area, or takes it from them.
public record OverrideWorkingDay(@Nullable LocalDate day, boolean working, String reason) {}
