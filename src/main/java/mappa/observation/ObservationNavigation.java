package mappa.observation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrances to observations: a lay adviser's own, and all lay advisers.
class ObservationNavigation {

    @Produces
    @Singleton
    NavigationItem observations() {
        return new NavigationItem(
                "/observations", "observation.own", Operation.LIST_OBSERVATIONS, 60);
    }

    @Produces
    @Singleton
    NavigationItem layAdvisers() {
        return new NavigationItem(
                "/lay-advisers", "observation.advisers", Operation.READ_LAY_ADVISERS, 109);
    }
}
