package mappa.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import mappa.caseload.CaseChanged;
import mappa.identity.CurrentActor;

/// A changed category, level or date is looked at in the transaction of the change.
@ApplicationScoped
class ExpiryReactions {

    private final ExpiryService service;
    private final CurrentActor current;

    ExpiryReactions(ExpiryService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    void recompute(@Observes CaseChanged changed) {
        switch (changed.what()) {
            case CATEGORY_OPENED,
                    CATEGORY_MOVED,
                    CATEGORY_ENDED,
                    LEVEL_SET,
                    SENTENCE_DATES_RECORDED ->
                    service.recompute(changed.caseId(), current.get());
            case LEVEL_CORRECTED,
                    LOCATION_RECORDED,
                    OWNER_NAMED,
                    CIRCUMSTANCE_SET,
                    CIRCUMSTANCE_ENDED -> {}
        }
    }
}
