package mappa.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Gives approved minutes to agencies.
public record DistributeMinutes(@NotEmpty List<@Valid @NotNull To> to) {

    /// @param heldBack sections that the agency does not get; empty for all of them
    public record To(@NotNull UUID agency, @NotNull Set<RecordSection> heldBack) {}
}
