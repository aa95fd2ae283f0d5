package mappa.agency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ends an agency's part.
///
/// @param version as it was read; -1 to overrule
public record EndAgency(UUID agency, @Nullable LocalDate on, String reason, int version) {}
