package mappa.agency;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrances to the pages of an area; they stand on "More".
class AgencyNavigation {

    @Produces
    @Singleton
    NavigationItem settings() {
        return new NavigationItem("/settings", "agency.settings", Operation.READ_SETTINGS, 110);
    }

    @Produces
    @Singleton
    NavigationItem areas() {
        return new NavigationItem("/areas", "agency.areas", Operation.ADD_AREA, 104);
    }

    @Produces
    @Singleton
    NavigationItem agencies() {
        return new NavigationItem("/agencies", "agency.partners", Operation.READ_AGENCIES, 105);
    }

    @Produces
    @Singleton
    NavigationItem workingDays() {
        return new NavigationItem(
                "/working-days", "agency.working-days", Operation.READ_SETTINGS, 111);
    }
}
