package mappa.caseload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where, why and by which recorded decision a level was set.
///
/// @param decisionId the screening or meeting decision; null where the lead agency or the receiving
///   area decided
public record LevelDecision(LevelSetBy by, String reason, @Nullable UUID decisionId) {}
