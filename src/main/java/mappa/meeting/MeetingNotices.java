package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.Objects;
import mappa.agency.Areas;
import mappa.notice.NoticeEntry;
import mappa.notice.NoticeKind;
import mappa.notice.Notices;
import org.jspecify.annotations.Nullable;

/// Tells by mail whom a change of a meeting concerns, in the transaction of the change.
@ApplicationScoped
class MeetingNotices {

    private final Notices notices;
    private final Meetings meetings;
    private final Areas areas;

    MeetingNotices(Notices notices, Meetings meetings, Areas areas) {
        this.notices = notices;
        this.meetings = meetings;
        this.areas = areas;
    }

    void tell(@Observes MeetingChanged changed) {
        var page = changed.meeting() == null ? "/calendar" : "/meetings/" + changed.meeting();
        switch (changed.what()) {
            case INVITED ->
                    enter(changed, NoticeKind.MEETING_INVITED, "invited", day(changed, "on"));
            case INVITATION_ADDED ->
                    enter(
                            changed,
                            NoticeKind.MEETING_INVITED,
                            // whoever was taken off and is asked again, is told again
                            "added-" + changed.detail().get("changes"),
                            day(changed, "on"));
            case MOVED ->
                    enter(
                            changed,
                            NoticeKind.MEETING_MOVED,
                            "change-" + changed.detail().get("changes"),
                            day(changed, "on"));
            case INVITATION_SENT_AGAIN ->
                    enter(
                            changed,
                            NoticeKind.MEETING_INVITED,
                            // somebody lost it: as often as asked, but not twice a day
                            "again-" + changed.detail().get("today"),
                            day(changed, "on"));
            case AGENCY_REMINDED -> {
                var occasion = "by-hand-" + changed.detail().get("today");
                tell(changed, NoticeKind.RETURN_REMINDER, occasion, page, day(changed, "dueOn"));
            }
            case CALLED_OFF -> cancel(changed, NoticeKind.MEETING_CALLED_OFF, "called-off", page);
            case INVITATION_TAKEN_OFF ->
                    cancel(
                            changed,
                            NoticeKind.MEETING_NOT_ASKED,
                            "taken-off-" + changed.detail().get("changes"),
                            "/calendar"); // its page is not theirs any more
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

    /// Tells of the meeting, and puts it into the recipients' calendars in place of what stands
    /// there.
    private void enter(
            MeetingChanged changed, NoticeKind kind, String occasion, @Nullable LocalDate day) {
        tell(changed, kind, occasion, "/meetings/" + changed.meeting(), day, false);
    }

    /// Tells that it is not theirs any more, and takes it out of their calendars.
    private void cancel(MeetingChanged changed, NoticeKind kind, String occasion, String path) {
        tell(changed, kind, occasion, path, null, true);
    }

    private void tell(
            MeetingChanged changed,
            NoticeKind kind,
            String occasion,
            String path,
            @Nullable LocalDate day,
            boolean cancelled) {
        if (changed.recipients().isEmpty()) {
            return;
        }
        var meeting = meetings.get(Objects.requireNonNull(changed.meeting()));
        var unit = areas.settings(meeting.area()).unitEmail();
        notices.tell(
                meeting.id(),
                kind,
                occasion,
                changed.recipients(),
                changed.reference(),
                path,
                day,
                new NoticeEntry(
                        meeting.startsAt(),
                        meeting.endsAt(),
                        meeting.changes(),
                        cancelled,
                        unit.isEmpty() ? null : unit));
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
