package mappa.departure;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrance to the list of departures.
class DepartureNavigation {

    @Produces
    @Singleton
    NavigationItem departures() {
        return new NavigationItem("/departures", "departure.list", Operation.READ_DEPARTURES, 108);
    }
}
