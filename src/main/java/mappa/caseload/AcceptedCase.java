package mappa.caseload;

import java.time.LocalDate;
import java.util.UUID;

/// A case whose person was accepted at Level 2 or 3, with what dates its first meeting.
///
/// @param held in custody or hospital, so that the release date counts
public record AcceptedCase(
        UUID caseId,
        String reference,
        Level level,
        boolean held,
        Fact<LocalDate> sentencedOn,
        Fact<LocalDate> releaseOn) {}
