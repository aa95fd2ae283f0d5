package mappa.caseload;

import java.time.LocalDate;
import java.util.UUID;

/// Carries a case over to another area.
///
/// @param caseId of the area that gives it away
/// @param personId the person's record in the area that takes it over
/// @param on the day on which one area's time ends and the other's begins
/// @param leadAgencyId agency of the area that takes it over
/// @param reason why the level is what it is, in words
public record TakeOverCase(
        UUID caseId, UUID personId, LocalDate on, UUID leadAgencyId, String reason) {}
