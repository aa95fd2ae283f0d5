package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says which agencies are asked to every meeting of a level from a day on.
///
/// @param version as it was read; -1 to overrule
public record SetCoreAgencies(
        int level, List<UUID> agencies, @Nullable LocalDate from, int version) {}
