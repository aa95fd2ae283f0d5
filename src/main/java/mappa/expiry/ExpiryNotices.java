package mappa.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import mappa.notice.NoticeKind;
import mappa.notice.Notices;

/// Tells coordinators by mail that a category ends.
@ApplicationScoped
class ExpiryNotices {

    private final Notices notices;

    ExpiryNotices(Notices notices) {
        this.notices = notices;
    }

    void tell(@Observes ExpiryChanged changed) {
        switch (changed.what()) {
            case ASKED -> tell(changed, NoticeKind.CATEGORY_ENDS);
            case ESCALATED -> tell(changed, NoticeKind.CATEGORY_ENDS_UNDECIDED);
            case FOUND, MOVED, DECIDED, CLOSED -> {}
        }
    }

    private void tell(ExpiryChanged changed, NoticeKind kind) {
        notices.tell(
                changed.expiry(),
                kind,
                "ends-" + changed.endsOn(),
                changed.recipients(),
                changed.reference(),
                ExpiryService.page(changed.expiry()),
                changed.endsOn().minusDays(1));
    }
}
