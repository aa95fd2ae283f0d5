package mappa.meeting;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/// Corrects approved minutes, or adds to them.
///
/// @param section that it is about; null for the whole
public record AddAddendum(
        @Nullable RecordSection section, @NotBlank String what, @NotBlank String why) {}
