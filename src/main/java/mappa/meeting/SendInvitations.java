package mappa.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Asks agencies to a meeting.
///
/// @param agencies those asked, each with as what; never the individual or a victim, who are no
///   agency (R-ACC-04, R-ACC-05)
/// @param leftOut core agencies that are not asked, each with the reason (R-MTG-07)
public record SendInvitations(
        @NotEmpty List<@Valid @NotNull Asked> agencies, @NotNull Map<UUID, String> leftOut) {

    public record Asked(@NotNull UUID agency, @NotNull Relevance relevance) {}
}
