package mappa.transfer;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrance to the transfers of an area.
class TransferNavigation {

    @Produces
    @Singleton
    NavigationItem transfers() {
        return new NavigationItem("/transfers", "transfer.list", Operation.LIST_TRANSFERS, 106);
    }
}
