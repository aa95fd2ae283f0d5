package mappa.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import mappa.identity.CurrentActor;
import mappa.meeting.MeetingChanged;

/// What happens to observations when something happens to their meeting, in the same transaction.
@ApplicationScoped
class ObservationReactions {

    private final ObservationService service;
    private final CurrentActor current;

    ObservationReactions(ObservationService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    void follow(@Observes MeetingChanged changed) {
        var meeting = changed.meeting();
        if (meeting == null) {
            return;
        }
        switch (changed.what()) {
            case MOVED -> service.moved(meeting, current.get());
            case CALLED_OFF -> service.calledOff(meeting, current.get());
            case ADJOURNED, CLOSED -> service.held(meeting, current.get());
            default -> {}
        }
    }
}
