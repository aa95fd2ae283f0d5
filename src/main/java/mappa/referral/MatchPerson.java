package mappa.referral;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/// Says who a referral is about.
///
/// @param caseId the person's case in the area
/// @param caseReference its reference, `NS-26-0412`
public record MatchPerson(
        @NotNull UUID personId, @NotNull UUID caseId, @NotNull String caseReference) {}
