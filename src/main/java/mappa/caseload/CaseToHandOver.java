package mappa.caseload;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What another area is told of a case that it is to take over, and what it gets with the case.
///
/// @param initials of the person; empty where no name is known
/// @param standing null if the person is in no category, so that there is nothing to hand over
/// @param referenceNumber whether a ViSOR reference is recorded
/// @param history categories and levels, newest first: for the area that has taken the case over
public record CaseToHandOver(
        UUID caseId,
        UUID personId,
        String area,
        String reference,
        String initials,
        @Nullable StandingView standing,
        boolean referenceNumber,
        List<LevelOfCase> history) {

    public CaseToHandOver {
        history = List.copyOf(history);
    }

    @Override
    public String toString() {
        return "CaseToHandOver[" + caseId + "]"; // must not reach a log
    }
}
