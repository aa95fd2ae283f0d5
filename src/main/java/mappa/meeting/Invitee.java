package mappa.meeting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An agency to be asked.
///
/// @param person its single point of contact; null where it has none, so that everybody of the
///   agency is asked
/// @param reasons at least one
public record Invitee(
        UUID agency, @Nullable UUID person, Relevance relevance, List<InviteReason> reasons) {

    public Invitee {
        reasons = List.copyOf(reasons);
    }
}
