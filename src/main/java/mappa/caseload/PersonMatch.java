package mappa.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person whom a search found, with what tells them apart from others.
///
/// @param name empty text if only another name is known
/// @param aliases other names, so that a match by one can be seen
/// @param caseId with `reference`, null if the person has no case
/// @param standing category and level; null if none lasts
/// @param location where the person is; null if not recorded
/// @param notEligibleOn when somebody last checked that they are not eligible; null if nobody did
/// @param reasons why they were found, the strongest first
public record PersonMatch(
        UUID personId,
        String name,
        List<String> aliases,
        Fact<LocalDate> dateOfBirth,
        @Nullable UUID caseId,
        @Nullable String reference,
        @Nullable StandingView standing,
        @Nullable Location location,
        @Nullable LocalDate notEligibleOn,
        List<MatchReason> reasons) {

    public Optional<UUID> ifCase() {
        return Optional.ofNullable(caseId);
    }
}
