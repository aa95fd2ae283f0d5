package mappa.caseload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case in a list.
///
/// @param name of the person; empty text if only another name is known
/// @param child under 18, not known where the date of birth is not
/// @param owner null if nobody is named
public record CaseLine(
        UUID id,
        String reference,
        String name,
        Fact<Boolean> child,
        @Nullable StandingView standing,
        @Nullable Location location,
        @Nullable String owner) {}
