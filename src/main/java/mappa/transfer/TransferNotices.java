package mappa.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import mappa.notice.NoticeKind;
import mappa.notice.Notices;
import org.jspecify.annotations.Nullable;

/// Tells the coordinators of an area by mail what the other one did, in the transaction of the
/// change.
@ApplicationScoped
class TransferNotices {

    private final Notices notices;

    TransferNotices(Notices notices) {
        this.notices = notices;
    }

    void tell(@Observes TransferChanged changed) {
        switch (changed.what()) {
            case OFFERED -> tell(changed, NoticeKind.TRANSFER_OFFERED, changed.dueOn());
            case ACCEPTED -> tell(changed, NoticeKind.TRANSFER_ACCEPTED, null);
            case DECLINED -> tell(changed, NoticeKind.TRANSFER_DECLINED, null);
            case RECALLED, LAPSED -> tell(changed, NoticeKind.TRANSFER_RECALLED, null);
            case KEPT -> {}
        }
    }

    private void tell(TransferChanged changed, NoticeKind kind, @Nullable LocalDate day) {
        notices.tell(
                changed.transfer(),
                kind,
                "told",
                changed.recipients(),
                changed.reference(),
                TransferSteps.page(changed.transfer()),
                day);
    }
}
