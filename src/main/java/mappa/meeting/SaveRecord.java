package mappa.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps fields of one section of a meeting's record.
///
/// @param fields those that the writer has changed
/// @param settles key of the field whose differences between writers end: what is given for it
///   stands; null to end none
public record SaveRecord(
        @NotNull RecordSection section,
        @NotEmpty List<@Valid Field> fields,
        @Nullable String settles) {

    /// @param value empty to take it away
    /// @param saves how often the field had been changed when the writer read it; 0 if never
    public record Field(@NotNull String key, @NotNull String value, @PositiveOrZero int saves) {}
}
