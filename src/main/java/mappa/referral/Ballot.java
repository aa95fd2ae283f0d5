package mappa.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// What somebody votes, and why.
///
/// @param vote one of the three that count
/// @param pathway where else to turn; asked for with a decline only
public record Ballot(@NotNull Vote vote, @NotBlank String reason, @Nullable Pathway pathway) {}
