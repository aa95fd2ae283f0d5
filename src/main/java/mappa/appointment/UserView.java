package mappa.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.identity.Grade;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;

/// Somebody with an account, what they hold, held and may come to hold.
///
/// @param signInName name at the identity provider; null until they sign in
/// @param signedInAt last sign-in; null for never
/// @param isOneself whether the reader is this person
public record UserView(
        UUID id,
        String name,
        @Nullable String signInName,
        @Nullable String email,
        @Nullable Instant signedInAt,
        boolean isOneself,
        List<Held> held,
        List<Held> ended,
        List<Proposed> proposals) {

    /// One appointment.
    ///
    /// @param isToCome whether it has not begun
    /// @param isExpiring whether it ends within 28 days
    public record Held(
            UUID id,
            Role role,
            @Nullable String area,
            @Nullable String agency,
            @Nullable Grade grade,
            Instant from,
            @Nullable Instant until,
            boolean isToCome,
            boolean isExpiring) {}

    /// One proposal that is open or was decided.
    ///
    /// @param mayDecide whether the reader is a second person for it
    /// @param mayTakeBack whether the reader proposed it and it gives nothing yet
    public record Proposed(
            UUID id,
            Role role,
            @Nullable String area,
            @Nullable String agency,
            @Nullable Grade grade,
            LocalDate from,
            @Nullable LocalDate until,
            ProposalState state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            boolean mayDecide,
            boolean mayTakeBack) {}
}
