package mappa.levelone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import mappa.caseload.CaseChanged;
import mappa.identity.CurrentActor;

/// A changed level, place, date or owner is looked at in the transaction of the change.
@ApplicationScoped
class LevelOneReactions {

    private final LevelOneWatchService service;
    private final CurrentActor current;

    LevelOneReactions(LevelOneWatchService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    void recompute(@Observes CaseChanged changed) {
        switch (changed.what()) {
            case LEVEL_CORRECTED -> service.correct(changed.caseId(), current.get());
            case CATEGORY_OPENED,
                    CATEGORY_MOVED,
                    CATEGORY_ENDED,
                    LEVEL_SET,
                    LOCATION_RECORDED,
                    SENTENCE_DATES_RECORDED,
                    OWNER_NAMED ->
                    service.recompute(changed.caseId(), current.get());
            case CIRCUMSTANCE_SET, CIRCUMSTANCE_ENDED -> {}
        }
    }
}
