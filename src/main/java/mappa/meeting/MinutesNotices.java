package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import mappa.notice.NoticeKind;
import mappa.notice.Notices;

/// Tells those who get minutes that they are there, or were corrected; nothing of them is in the
/// mail.
@ApplicationScoped
class MinutesNotices {

    private final Notices notices;

    MinutesNotices(Notices notices) {
        this.notices = notices;
    }

    void tell(@Observes MinutesChanged changed) {
        switch (changed.what()) {
            case SENT_TO_CHAIR ->
                    tell(changed, NoticeKind.MINUTES_TO_APPROVE, "draft-" + number(changed));
            case GIVEN_BACK ->
                    tell(changed, NoticeKind.MINUTES_RETURNED, "draft-" + number(changed));
            case DISTRIBUTED -> tell(changed, NoticeKind.MINUTES_READY, "distributed");
            case ADDENDUM_ADDED ->
                    tell(changed, NoticeKind.MINUTES_CORRECTED, "addendum-" + number(changed));
            case BEGUN, WRITTEN, APPROVED, TAKEN_AS_FILE -> {}
        }
    }

    private static Object number(MinutesChanged changed) {
        return changed.detail().get("number");
    }

    private void tell(MinutesChanged changed, NoticeKind kind, String occasion) {
        notices.tell(
                changed.minutes(),
                kind,
                occasion,
                changed.recipients(),
                changed.reference(),
                "/minutes/" + changed.minutes(),
                null);
    }
}
