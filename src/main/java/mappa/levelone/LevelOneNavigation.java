package mappa.levelone;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrance to the list of reviews at Level 1.
class LevelOneNavigation {

    @Produces
    @Singleton
    NavigationItem reviews() {
        return new NavigationItem("/level-1-reviews", "levelone.list", Operation.LIST_LEVEL_1, 103);
    }
}
