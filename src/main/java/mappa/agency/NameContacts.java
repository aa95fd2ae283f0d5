package mappa.agency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says who speaks for an agency from now on.
///
/// @param version as it was read; -1 to overrule
public record NameContacts(
        UUID agency,
        @Nullable UUID spoc,
        @Nullable UUID deputy,
        @Nullable UUID manager,
        int version) {}
