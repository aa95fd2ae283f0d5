package mappa.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/// Asks the referrer before voting.
public record AskForMore(@NotEmpty List<@NotBlank String> questions, @NotBlank String reason) {}
