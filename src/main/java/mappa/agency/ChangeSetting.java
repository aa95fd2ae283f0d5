package mappa.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Sets a number or text of the own area from a day on.
///
/// @param version how often it had been set when it was read; -1 to overrule whatever stands
public record ChangeSetting(Setting setting, String value, @Nullable LocalDate from, int version) {}
