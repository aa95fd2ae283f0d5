package mappa.agency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An agency of an area.
///
/// @param body code of the [StatutoryBody] that it is; null for a guest, and where nobody has said
public record AgencyView(
        UUID id, String area, String name, AgencyKind kind, @Nullable String body) {

    static AgencyView of(Agency agency) {
        return new AgencyView(
                agency.id(), agency.area(), agency.name(), agency.kind(), agency.body());
    }
}
