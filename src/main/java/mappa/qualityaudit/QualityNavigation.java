package mappa.qualityaudit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

/// Entrance to audits.
class QualityNavigation {

    @Produces
    @Singleton
    NavigationItem audits() {
        return new NavigationItem(
                "/audits", "qualityaudit.list", Operation.LIST_QUALITY_AUDITS, 85);
    }
}
