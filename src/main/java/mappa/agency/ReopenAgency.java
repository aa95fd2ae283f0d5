package mappa.agency;

import java.util.UUID;

/// Lets an ended agency take part again.
///
/// @param version as it was read; -1 to overrule
public record ReopenAgency(UUID agency, String reason, int version) {}
