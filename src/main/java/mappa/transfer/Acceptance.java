package mappa.transfer;

import java.util.List;
import java.util.UUID;
import mappa.caseload.PersonMatch;
import org.jspecify.annotations.Nullable;

/// What became of the wish to take a case over.
///
/// @param caseId the case of the own area; null while people who look alike are to be compared
/// @param candidates people of the own area who look alike and were not compared; nothing happened
public record Acceptance(@Nullable UUID caseId, List<UUID> candidates) {

    static Acceptance of(UUID caseId) {
        return new Acceptance(caseId, List.of());
    }

    static Acceptance compare(List<PersonMatch> alike) {
        return new Acceptance(null, alike.stream().map(PersonMatch::personId).toList());
    }
}
