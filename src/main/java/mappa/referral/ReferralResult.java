package mappa.referral;

import java.util.UUID;

/// What a command came to.
public record ReferralResult(UUID id, int version, ReferralState state) {

    static ReferralResult of(Referral referral) {
        return new ReferralResult(referral.id(), referral.version(), referral.state());
    }
}
