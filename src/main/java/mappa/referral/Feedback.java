package mappa.referral;

import org.jspecify.annotations.Nullable;

/// What the coordinator tells the referrer about the decision.
///
/// @param pathway where else to turn; with a decline only
/// @param handOffContact whom to ring; null if nobody
/// @param criticalCase at Level 3, whether it is registered as a critical public protection case;
///   otherwise null
/// @param criticalCaseReason why, or why not
public record Feedback(
        String reasons,
        @Nullable Pathway pathway,
        @Nullable String handOffContact,
        @Nullable Boolean criticalCase,
        @Nullable String criticalCaseReason) {}
