package mappa.process;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// The operator's entrance to the processes; it stands on "More".
class ProcessNavigation {

    @Produces
    @Singleton
    NavigationItem processes() {
        return new NavigationItem("/processes", "process.monitor", Operation.OPERATE, 109);
    }
}
