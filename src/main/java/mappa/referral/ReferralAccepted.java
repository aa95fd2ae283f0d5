package mappa.referral;

import java.time.LocalDate;
import java.util.UUID;

/// A panel accepted a referral: the level begins that day. Fired in the deciding transaction.
///
/// @param decision id of the screening decision
/// @param category 1 to 4, as referred
/// @param level 2 or 3
public record ReferralAccepted(
        UUID referral,
        UUID decision,
        UUID person,
        UUID caseId,
        String area,
        int category,
        int level,
        LocalDate acceptedOn) {}
