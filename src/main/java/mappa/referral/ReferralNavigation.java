package mappa.referral;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrances to referral and screening.
class ReferralNavigation {

    @Produces
    @Singleton
    NavigationItem referrals() {
        return new NavigationItem("/referrals", "referral.list", Operation.LIST_REFERRALS, 40);
    }

    @Produces
    @Singleton
    NavigationItem screening() {
        return new NavigationItem("/screening", "referral.screening", Operation.LIST_SCREENING, 30);
    }
}
