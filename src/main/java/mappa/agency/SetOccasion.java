package mappa.agency;

import java.util.List;
import java.util.UUID;

/// Says which agencies are asked on an occasion from now on.
///
/// @param agencies none where the area asks nobody
/// @param version how often it had been said when it was read; -1 to overrule
public record SetOccasion(Occasion occasion, List<UUID> agencies, int version) {}
