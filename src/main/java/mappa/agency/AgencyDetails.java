package mappa.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One agency with all that is known of it.
///
/// @param contactsVersion how often it was said who speaks for it
/// @param contactHistory and the others: the latest first
/// @param possibleContacts who could be point of contact or deputy, by name; `possibleManagers`
///   likewise
/// @param coreLevels levels to whose meetings it is always asked
public record AgencyDetails(
        AgencySummary agency,
        @Nullable String bodyCode,
        int version,
        @Nullable String endReason,
        int contactsVersion,
        List<ContactEntry> contactHistory,
        List<AgencySummary.Named> possibleContacts,
        List<AgencySummary.Named> possibleManagers,
        List<AgreementView> agreements,
        List<Integer> coreLevels,
        List<Event> events) {

    /// Who spoke for it, from a moment on until the next was named.
    public record ContactEntry(
            @Nullable String spoc,
            @Nullable String deputy,
            @Nullable String manager,
            Instant from,
            @Nullable Instant to,
            String by) {}

    /// How one agreement stands today.
    ///
    /// @param checkedAt when that was recorded; null if never
    /// @param version how often it was recorded
    public record AgreementView(
            AgreementKind kind,
            AgreementState state,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate reviewDueOn,
            @Nullable Instant checkedAt,
            @Nullable String checkedBy,
            int version) {}

    /// Something that happened to it.
    ///
    /// @param by null for the service itself
    public record Event(
            AgencyChanged.What what,
            String name,
            AgencyKind kind,
            @Nullable LocalDate on,
            @Nullable String reason,
            Instant at,
            @Nullable String by) {}

    UUID id() {
        return agency.id();
    }

    AgreementView agreement(AgreementKind kind) {
        return agreements.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }
}
