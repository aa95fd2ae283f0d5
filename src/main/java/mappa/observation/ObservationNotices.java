package mappa.observation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import mappa.notice.NoticeKind;
import mappa.notice.Notices;

/// Tells a lay adviser by mail when they are asked, and when that changes: no reference, no names.
@ApplicationScoped
class ObservationNotices {

    private final Notices notices;
    private final Observations observations;

    ObservationNotices(Notices notices, Observations observations) {
        this.notices = notices;
        this.observations = observations;
    }

    void tell(@Observes ObservationChanged changed) {
        switch (changed.what()) {
            case ANNOUNCED -> tell(changed, NoticeKind.OBSERVATION_ANNOUNCED, false);
            case MOVED -> tell(changed, NoticeKind.OBSERVATION_MOVED, false);
            case ENDED -> tell(changed, NoticeKind.OBSERVATION_ENDED, true);
            case ACKNOWLEDGED, HELD, NOTES_WRITTEN -> {}
        }
    }

    private void tell(ObservationChanged changed, NoticeKind kind, boolean cancelled) {
        var observation = observations.get(changed.observation());
        notices.tell(
                observation.id(),
                kind,
                "change-" + observation.changes(),
                List.of(observation.layAdviser()),
                null,
                "/observations/" + observation.id(),
                cancelled ? null : observation.day());
    }
}
