package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import mappa.notice.NoticeKind;
import mappa.notice.Notices;
import org.jspecify.annotations.Nullable;

/// Tells by mail whom a change of a meeting concerns, in the transaction of the change.
@ApplicationScoped
class MeetingNotices {

    private final Notices notices;

    MeetingNotices(Notices notices) {
        this.notices = notices;
    }

    void tell(@Observes MeetingChanged changed) {
        var page = changed.meeting() == null ? "/calendar" : "/meetings/" + changed.meeting();
        switch (changed.what()) {
            case INVITED, INVITATION_ADDED ->
                    tell(changed, NoticeKind.MEETING_INVITED, "invited", page, day(changed, "on"));
            case MOVED ->
                    tell(
                            changed,
                            NoticeKind.MEETING_MOVED,
                            "change-" + changed.detail().get("changes"),
                            page,
                            day(changed, "on"));
            case CALLED_OFF ->
                    tell(changed, NoticeKind.MEETING_CALLED_OFF, "called-off", page, null);
            case AGENCIES_REMINDED, RETURNS_LATE -> {
                var dueOn = day(changed, "dueOn");
                var occasion = changed.what().name().toLowerCase() + "-" + dueOn;
                tell(changed, NoticeKind.RETURN_REMINDER, occasion, page, dueOn);
            }
            case ARRANGEMENT_REMINDED -> {
                var dueOn = day(changed, "dueOn");
                tell(changed, NoticeKind.MEETING_TO_ARRANGE, "due-" + dueOn, page, dueOn);
            }
            case LIMIT_PASSED -> {
                var dueOn = day(changed, "dueOn");
                tell(changed, NoticeKind.MEETING_LATE, "due-" + dueOn, page, dueOn);
            }
            case CYCLE_BEGUN,
                    DUE_CHANGED,
                    ARRANGED,
                    INVITATION_TAKEN_OFF,
                    ANSWERED,
                    RETURN_SENT,
                    CONFLICT_DECLARED,
                    STARTED,
                    ATTENDANCE_RECORDED,
                    ADJOURNED,
                    CLOSED,
                    CYCLE_ENDED -> {}
        }
    }

    void tell(@Observes AgencyAbsent absent) {
        notices.tell(
                absent.escalation(),
                absent.step() == AbsenceStep.MANAGER
                        ? NoticeKind.AGENCY_ABSENT
                        : NoticeKind.AGENCY_STILL_ABSENT,
                "told",
                absent.recipients(),
                null,
                AbsenceService.page(absent.agency()),
                null);
    }

    void tell(@Observes ActionChanged changed) {
        if (changed.what() == ActionChanged.What.GIVEN) {
            var dueOn = LocalDate.parse(changed.detail().get("dueOn").toString());
            notices.tell(
                    changed.action(),
                    NoticeKind.ACTION_AGREED,
                    "due-" + dueOn,
                    changed.recipients(),
                    changed.reference(),
                    ActionService.page(changed.action()),
                    dueOn);
        }
    }

    private static @Nullable LocalDate day(MeetingChanged changed, String key) {
        var day = changed.detail().get(key);
        return day == null ? null : LocalDate.parse(day.toString());
    }

    private void tell(
            MeetingChanged changed,
            NoticeKind kind,
            String occasion,
            String path,
            @Nullable LocalDate day) {
        notices.tell(
                changed.meeting() == null ? changed.cycle() : changed.meeting(),
                kind,
                occasion,
                changed.recipients(),
                changed.reference(),
                path,
                day);
    }
}
