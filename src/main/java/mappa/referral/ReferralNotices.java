package mappa.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import mappa.notice.NoticeKind;
import mappa.notice.Notices;
import org.jspecify.annotations.Nullable;

/// Tells by mail whom a change of a referral concerns, in the transaction of the change.
@ApplicationScoped
class ReferralNotices {

    private final Notices notices;

    ReferralNotices(Notices notices) {
        this.notices = notices;
    }

    void tell(@Observes ReferralChanged changed) {
        var page = "/referrals/" + changed.referral();
        switch (changed.what()) {
            case SENT_TO_PANEL, ANSWERED, CONFLICT_DECLARED, DEPUTY_CALLED, SUBSTITUTE_NAMED ->
                    tellOfDay(changed, NoticeKind.BALLOT_OPEN, page + "/votes");
            case SEATS_REMINDED -> tellOfDay(changed, NoticeKind.BALLOT_REMINDER, page + "/votes");
            case PANEL_LATE -> tellOfDay(changed, NoticeKind.CHASE_PANEL, "/screening");
            // the chair does not read the referral
            case CHAIR_TOLD -> tellOfDay(changed, NoticeKind.ESCALATION, "/home");
            case MORE_ASKED -> tellOfDay(changed, NoticeKind.QUESTIONS_ASKED, page + "/questions");
            case REFERRER_REMINDED -> tellOfDay(changed, NoticeKind.ANSWER_REMINDER, page);
            case GIVEN_BACK ->
                    tell(
                            changed,
                            NoticeKind.REFERRAL_RETURNED,
                            "round-" + changed.detail().get("round"),
                            page,
                            null);
            case FEEDBACK_SENT ->
                    tell(changed, NoticeKind.OUTCOME, "decision", page + "/decision", null);
            case STARTED,
                    SAVED,
                    SENT,
                    MATCHED,
                    VOTE_CAST,
                    VOTE_CHANGED,
                    VOTE_CONFIRMED,
                    ANSWER_LATE,
                    ANSWER_EXTENDED,
                    ACCEPTED,
                    DECLINED,
                    DIFFERENT_VIEW_RECORDED,
                    WITHDRAWN,
                    EXPIRED -> {}
        }
    }

    // a moved day is another occasion, and so are another round on the same day and a reminder by
    // hand on another
    private void tellOfDay(ReferralChanged changed, NoticeKind kind, String path) {
        var dueOn = changed.detail().get("dueOn");
        if (dueOn == null) {
            return;
        }
        var round = changed.detail().get("round");
        var askedOn = changed.detail().get("askedOn");
        var occasion =
                dueOn
                        + (round == null ? "" : "-round-" + round)
                        + (askedOn == null ? "" : "-asked-" + askedOn);
        tell(changed, kind, occasion, path, LocalDate.parse(dueOn.toString()));
    }

    private void tell(
            ReferralChanged changed,
            NoticeKind kind,
            String occasion,
            String path,
            @Nullable LocalDate dueOn) {
        notices.tell(
                changed.referral(),
                kind,
                occasion,
                changed.recipients(),
                changed.reference(),
                path,
                dueOn);
    }
}
