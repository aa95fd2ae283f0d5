package mappa.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;

/// Entrances that belong to no feature.
class StartNavigation {

    @Produces
    @Singleton
    NavigationItem home() {
        return new NavigationItem("/home", "web.home", Operation.USE_SERVICE, 0);
    }

    @Produces
    @Singleton
    NavigationItem more() {
        return new NavigationItem("/more", "web.more", Operation.USE_SERVICE, 99);
    }
}
