package mappa.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One role that somebody holds now.
///
/// @param area code of the area; none for a system administrator
/// @param agency the agency it is held for, where it is held for one
public record Appointment(UUID id, Role role, @Nullable String area, @Nullable UUID agency) {}
