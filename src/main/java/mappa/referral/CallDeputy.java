package mappa.referral;

import jakarta.validation.constraints.NotBlank;

/// Gives the seat of somebody who is away to the deputy.
public record CallDeputy(@NotBlank String seat, @NotBlank String reason) {}
