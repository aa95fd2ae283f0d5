package mappa.agency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An agency as it stands in the directory.
///
/// @param body name of the statutory body; null for a guest, and where nobody has said
/// @param isGuestWithoutAgreement whether it may not be asked to meetings today
public record AgencySummary(
        UUID id,
        String name,
        AgencyKind kind,
        @Nullable String body,
        @Nullable String subArea,
        @Nullable LocalDate endedOn,
        @Nullable Named spoc,
        @Nullable Named deputy,
        @Nullable Named manager,
        AgreementState memorandum,
        AgreementState sharing,
        boolean isGuestWithoutAgreement) {

    /// Somebody as they are shown.
    ///
    /// @param left whether they are no longer appointed there, so that they count as nobody
    public record Named(UUID id, String name, boolean left) {}
}
