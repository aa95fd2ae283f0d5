package mappa.referral;

import static mappa.referral.ReferralState.ACCEPTED;
import static mappa.referral.ReferralState.DECLINED;
import static mappa.referral.ReferralState.DRAFT;
import static mappa.referral.ReferralState.EXPIRED;
import static mappa.referral.ReferralState.INCOMPLETE;
import static mappa.referral.ReferralState.IN_SCREENING;
import static mappa.referral.ReferralState.SUBMITTED;
import static mappa.referral.ReferralState.WAITING_FOR_REFERRER;
import static mappa.referral.ReferralState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;

/// The parts of the list of referrals.
public enum ReferralTab {
    /// With the referrer again: incomplete, or asked by the panel.
    RETURNED(EnumSet.of(INCOMPLETE, WAITING_FOR_REFERRER)),
    DRAFTS(EnumSet.of(DRAFT)),
    /// With the unit, to be checked.
    SENT(EnumSet.of(SUBMITTED)),
    SCREENING(EnumSet.of(IN_SCREENING, WAITING_FOR_REFERRER)),
    DECIDED(EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN, EXPIRED)),
    ALL(EnumSet.allOf(ReferralState.class));

    private final Set<ReferralState> states;

    ReferralTab(Set<ReferralState> states) {
        this.states = states;
    }

    public Set<ReferralState> states() {
        return states;
    }
}
