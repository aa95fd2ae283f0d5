package mappa.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/// Says what a seat that had not voted thinks of the decision.
///
/// @param vote one of the three that a ballot can have
public record RecordDifferentView(@NotNull Vote vote, @NotBlank String reason) {}
