package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import mappa.caseload.CaseChanged;
import mappa.identity.CurrentActor;
import mappa.referral.ReferralAccepted;

/// What happens to meetings when something happens elsewhere, in the same transaction.
@ApplicationScoped
class MeetingReactions {

    private final MeetingService service;
    private final MinutesService minutes;
    private final CurrentActor current;

    MeetingReactions(MeetingService service, MinutesService minutes, CurrentActor current) {
        this.service = service;
        this.minutes = minutes;
        this.current = current;
    }

    void begin(@Observes ReferralAccepted accepted) {
        service.begin(accepted.caseId(), accepted.acceptedOn(), current.get());
    }

    void beginMinutes(@Observes MeetingChanged changed) {
        if (changed.what() == MeetingChanged.What.CLOSED) {
            minutes.begin(changed.meeting(), current.get());
        }
    }

    void recompute(@Observes CaseChanged changed) {
        switch (changed.what()) {
            case LEVEL_SET,
                    LEVEL_CORRECTED,
                    CATEGORY_ENDED,
                    LOCATION_RECORDED,
                    SENTENCE_DATES_RECORDED ->
                    service.recompute(changed.caseId(), current.get());
            case CATEGORY_OPENED, CATEGORY_MOVED, OWNER_NAMED -> {}
        }
    }
}
