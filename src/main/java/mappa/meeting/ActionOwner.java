package mappa.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody to whom an action can be given.
///
/// @param person null for the agency's single point of contact
public record ActionOwner(
        UUID agency, String agencyName, @Nullable UUID person, @Nullable String name) {}
