package mappa.referral;

import static mappa.referral.Deadline.Kind.CHASE_PANEL;
import static mappa.referral.Deadline.Kind.CLOSE_OR_EXTEND;
import static mappa.referral.Deadline.Kind.REMIND_REFERRER;
import static mappa.referral.Deadline.Kind.REMIND_SEATS;
import static mappa.referral.Deadline.Kind.TELL_SMB_CHAIR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mappa.time.London;
import mappa.time.WorkingDays;

/// An area's numbers on its calendar: every date of a referral is computed here (R-REF-11).
///
/// Reminders go out at 9am, the one for an urgent referral at noon of the due day.
public record Timetable(Limits limits, WorkingDays calendar) {

    LocalDate panelDue(LocalDate sentOn, boolean urgent) {
        return calendar.add(sentOn, urgent ? limits.urgentPanelDays() : limits.panelDays());
    }

    /// Working days that are left of the panel's time when its clock stops.
    int left(LocalDate stoppedOn, LocalDate dueOn) {
        return calendar.between(stoppedOn, dueOn);
    }

    /// The panel's last day when its clock goes on with `left` working days.
    LocalDate panelDueAgain(LocalDate answeredOn, int left) {
        return calendar.add(answeredOn, left);
    }

    LocalDate answerDue(LocalDate askedOn) {
        return calendar.add(askedOn, limits.answerDays());
    }

    /// Last day on which a seat that had not voted can still record a different view.
    LocalDate differentViewUntil(LocalDate decidedOn) {
        return calendar.add(decidedOn, limits.differentViewDays());
    }

    boolean isUntouchedTooLong(LocalDate lastTouchedOn, LocalDate today) {
        return !today.isBefore(lastTouchedOn.plusDays(limits.draftDays()));
    }

    boolean isUnansweredTooLong(LocalDate returnedOn, LocalDate today) {
        return !today.isBefore(returnedOn.plusDays(limits.incompleteDays()));
    }

    boolean isReferredAgainSoon(LocalDate declinedOn, LocalDate today) {
        return !today.isAfter(declinedOn.plusMonths(limits.referredAgainMonths()));
    }

    /// What happens around the panel's due day, soonest first.
    List<Deadline> ofPanel(LocalDate dueOn, boolean urgent) {
        var remindAt =
                urgent
                        ? London.noonOf(dueOn)
                        : London.morningOf(before(dueOn, limits.panelReminderDays()));
        var chaseOn = calendar.add(dueOn, limits.chaseDays());
        return List.of(
                new Deadline(REMIND_SEATS, dueOn, remindAt),
                morning(CHASE_PANEL, dueOn, chaseOn),
                morning(TELL_SMB_CHAIR, dueOn, calendar.add(chaseOn, limits.chairDays())));
    }

    /// What happens around the last day for the referrer's answer, soonest first.
    List<Deadline> ofAnswer(LocalDate dueOn) {
        var remindOn = before(dueOn, limits.answerDays() - limits.answerReminderDay());
        return List.of(
                morning(REMIND_REFERRER, dueOn, remindOn),
                morning(CLOSE_OR_EXTEND, dueOn, calendar.next(dueOn)));
    }

    private LocalDate before(LocalDate day, int workingDays) {
        var before = day;
        for (int i = 0; i < workingDays; i++) {
            before = calendar.previous(before);
        }
        return before;
    }

    private static Deadline morning(Deadline.Kind kind, LocalDate dueOn, LocalDate day) {
        Instant at = London.morningOf(day);
        return new Deadline(kind, dueOn, at);
    }
}
