package mappa.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/// Fills an empty seat of the panel.
public record NameSubstitute(@NotBlank String seat, @NotNull UUID person) {}
