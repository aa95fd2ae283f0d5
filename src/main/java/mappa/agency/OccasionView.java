package mappa.agency;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Agencies that are asked on an occasion.
///
/// @param agencies now, by name
/// @param by who said so; null where the area has said nothing and statutory bodies count
/// @param version how often it was said
public record OccasionView(
        Occasion occasion,
        List<AgencyView> agencies,
        @Nullable String by,
        @Nullable Instant at,
        int version) {

    List<UUID> ids() {
        return agencies.stream().map(AgencyView::id).toList();
    }
}
