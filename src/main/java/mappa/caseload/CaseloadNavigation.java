package mappa.caseload;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrances to people and cases.
class CaseloadNavigation {

    @Produces
    @Singleton
    NavigationItem cases() {
        return new NavigationItem("/cases", "caseload.cases", Operation.LIST_CASES, 30);
    }

    @Produces
    @Singleton
    NavigationItem people() {
        return new NavigationItem("/people", "caseload.people", Operation.FIND_PERSON, 101);
    }
}
