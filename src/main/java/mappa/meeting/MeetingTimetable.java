package mappa.meeting;

import static mappa.meeting.MeetingDeadline.Kind.ARRANGE;
import static mappa.meeting.MeetingDeadline.Kind.CHASE_RETURNS;
import static mappa.meeting.MeetingDeadline.Kind.PAST_LIMIT;
import static mappa.meeting.MeetingDeadline.Kind.REMIND_AGENCIES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mappa.agency.AreaSettings;
import mappa.schedule.FirstMeeting;
import mappa.schedule.MeetingDue;
import mappa.time.London;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// An area's numbers on its calendar: every date around a meeting is computed here. Reminders go
/// out at 9am.
record MeetingTimetable(AreaSettings settings, WorkingDays calendar) {

    /// By when the next meeting must be held.
    MeetingDue due(MeetingDue.Facts facts) {
        return MeetingDue.of(facts, limits(facts.level()), calendar);
    }

    private MeetingDue.Limits limits(int level) {
        return new MeetingDue.Limits(
                new FirstMeeting.Limits(
                        settings.firstMeetingDays(level),
                        settings.sentenceDays(),
                        settings.windowMonths()),
                settings.reviewDays(level),
                settings.heldReviewDays(),
                settings.arrangeReviewDays());
    }

    /// Last day for the agencies' returns before a meeting.
    LocalDate returnsDue(LocalDate meetingOn) {
        return before(meetingOn, settings.returnDays());
    }

    /// Last day for the draft of its minutes (R-MIN-03).
    LocalDate draftDue(LocalDate meetingOn) {
        return calendar.add(meetingOn, settings.minutesDraftDays());
    }

    /// Last day to send them out (R-MIN-03).
    LocalDate minutesDue(LocalDate meetingOn, int level) {
        return calendar.add(meetingOn, settings.minutesDays(level));
    }

    /// Last day for the repeat of a meeting that was adjourned (R-MTG-09).
    LocalDate repeatDue(LocalDate adjournedOn) {
        return calendar.add(adjournedOn, settings.repeatDays());
    }

    /// What happens around a cycle's dates, soonest first.
    ///
    /// @param ahead the meeting that is arranged; null if none is
    List<MeetingDeadline> deadlines(MeetingCycle cycle, @Nullable Meeting ahead) {
        var deadlines = new ArrayList<MeetingDeadline>();
        cycle.dueOn()
                .ifPresent(
                        dueOn -> {
                            if (ahead == null) {
                                deadlines.add(
                                        morning(
                                                ARRANGE,
                                                dueOn,
                                                dueOn.minusDays(settings.arrangeReviewDays())));
                            }
                            deadlines.add(morning(PAST_LIMIT, dueOn, dueOn.plusDays(1)));
                        });
        if (ahead != null && ahead.state() == MeetingState.INVITED) {
            var dueOn = ahead.returnsDueOn();
            var invitedAt = ahead.invitedAt().orElseThrow();
            var reminder =
                    morning(REMIND_AGENCIES, dueOn, before(dueOn, settings.returnReminderDays()));
            if (reminder.at().isAfter(invitedAt)) {
                deadlines.add(reminder);
            }
            deadlines.add(morning(CHASE_RETURNS, dueOn, calendar.next(dueOn)));
        }
        deadlines.sort(java.util.Comparator.comparing(MeetingDeadline::at));
        return deadlines;
    }

    /// The next that has not acted; one whose moment has passed acts at once.
    Optional<Instant> next(MeetingCycle cycle, @Nullable Meeting ahead) {
        if (!cycle.isOpen()) {
            return Optional.empty();
        }
        return deadlines(cycle, ahead).stream()
                .filter(deadline -> !cycle.isPassed(deadline))
                .map(MeetingDeadline::at)
                .findFirst();
    }

    private LocalDate before(LocalDate day, int workingDays) {
        var before = day;
        for (int i = 0; i < workingDays; i++) {
            before = calendar.previous(before);
        }
        return before;
    }

    private static MeetingDeadline morning(
            MeetingDeadline.Kind kind, LocalDate dueOn, LocalDate day) {
        return new MeetingDeadline(kind, dueOn, London.morningOf(day));
    }
}
