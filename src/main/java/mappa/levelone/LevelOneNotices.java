package mappa.levelone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import mappa.notice.NoticeKind;
import mappa.notice.Notices;
import org.jspecify.annotations.Nullable;

/// Tells those who answer for a case at Level 1 what waits for them.
@ApplicationScoped
class LevelOneNotices {

    private final Notices notices;

    LevelOneNotices(Notices notices) {
        this.notices = notices;
    }

    void tell(@Observes LevelOneChanged changed) {
        var day = changed.dueOn();
        switch (changed.what()) {
            case REVIEW_DUE -> tell(changed, NoticeKind.LEVEL_1_REVIEW_DUE, "due-" + day, day);
            case REVIEW_REMINDED ->
                    tell(changed, NoticeKind.LEVEL_1_REVIEW_REMINDER, "due-" + day, day);
            case REVIEW_LATE -> tell(changed, NoticeKind.LEVEL_1_REVIEW_LATE, "due-" + day, day);
            case PROMPTED ->
                    tell(
                            changed,
                            NoticeKind.LEVEL_1_PROMPT,
                            "prompt-" + changed.detail().get("prompt"),
                            null);
            case BEGUN, DUE_CHANGED, REVIEWED, PROMPT_DISMISSED, PROMPT_FOLLOWED, ENDED -> {}
        }
    }

    private void tell(
            LevelOneChanged changed, NoticeKind kind, String occasion, @Nullable LocalDate day) {
        notices.tell(
                changed.stay(),
                kind,
                occasion,
                changed.recipients(),
                changed.reference(),
                LevelOneService.page(changed.stay()),
                day);
    }
}
