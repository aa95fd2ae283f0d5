package mappa.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import mappa.caseload.CaseChanged;
import mappa.identity.CurrentActor;
import mappa.meeting.ActionChanged;
import mappa.meeting.MeetingChanged;
import mappa.meeting.MinutesChanged;

/// What happens to transfers when something happens to their case, in the same transaction.
@ApplicationScoped
class TransferReactions {

    private final TransferService service;
    private final CurrentActor current;

    TransferReactions(TransferService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    void follow(@Observes CaseChanged changed) {
        service.follow(changed.caseId(), current.get());
    }

    void follow(@Observes MeetingChanged changed) {
        if (changed.what() == MeetingChanged.What.CLOSED) {
            service.follow(changed.caseId(), current.get());
        }
    }

    void follow(@Observes MinutesChanged changed) {
        if (changed.what() == MinutesChanged.What.APPROVED) {
            service.follow(changed.caseId(), current.get());
            service.sendMinutes(changed.caseId(), current.get());
        }
    }

    void settle(@Observes ActionChanged changed) {
        if (changed.what() == ActionChanged.What.GIVEN
                || changed.what() == ActionChanged.What.CLOSED) {
            service.settle(changed.caseId(), current.get());
        }
    }
}
