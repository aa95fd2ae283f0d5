package mappa.caseload;

import java.util.UUID;

/// A case by its reference, without anything about the person.
public record CaseSummary(UUID id, UUID personId, String area, String reference) {

    static CaseSummary of(Case found) {
        return new CaseSummary(
                found.id(), found.personId(), found.area(), found.reference().toString());
    }
}
