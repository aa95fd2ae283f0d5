package mappa.agency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Describes an agency anew.
///
/// @param version as it was read; -1 to overrule
public record ChangeAgency(
        UUID agency,
        String name,
        AgencyKind kind,
        @Nullable String body,
        @Nullable String subArea,
        int version) {}
