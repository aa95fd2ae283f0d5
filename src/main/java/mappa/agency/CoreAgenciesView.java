package mappa.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Agencies that are asked to every meeting of a level.
///
/// @param agencies today, by name
/// @param choices all of the area that take part
/// @param version how often the list was set
/// @param history the latest first
public record CoreAgenciesView(
        int level,
        List<AgencyView> agencies,
        List<AgencyView> choices,
        int version,
        List<Entry> history) {

    /// @param isToCome whether that day has not come yet
    public record Entry(
            List<String> agencies, LocalDate from, String by, Instant at, boolean isToCome) {}

    /// Ids of those asked today.
    List<UUID> ids() {
        return agencies.stream().map(AgencyView::id).toList();
    }
}
