package mappa.appointment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody as they stand in the list of users.
///
/// @param held what they hold now
/// @param toConfirm how many proposals about them want a second person
public record UserLine(
        UUID id,
        String name,
        @Nullable String signInName,
        @Nullable Instant signedInAt,
        List<UserView.Held> held,
        int toConfirm) {}
