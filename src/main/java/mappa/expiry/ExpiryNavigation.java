package mappa.expiry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrance to the board of categories that end.
class ExpiryNavigation {

    @Produces
    @Singleton
    NavigationItem expiries() {
        return new NavigationItem(
                "/category-expiries", "expiry.list", Operation.LIST_EXPIRIES, 102);
    }
}
