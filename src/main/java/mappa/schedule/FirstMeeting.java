package mappa.schedule;

import static mappa.schedule.ScheduleRule.MEETING_AFTER_ACCEPTANCE;
import static mappa.schedule.ScheduleRule.MEETING_AFTER_SENTENCE;
import static mappa.schedule.ScheduleRule.MEETING_BEFORE_RELEASE;

import java.time.LocalDate;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// By when the first meeting of an accepted case must be held, and why then.
///
/// @param dueOn a working day, unless the limit itself is a calendar day (R-NOT-03)
/// @param missed the rule whose date had already passed, so that `dueOn` is the next working day;
///   null if none
public record FirstMeeting(LocalDate dueOn, Basis basis, @Nullable ScheduleRule missed) {

    /// What set the day.
    public enum Basis {
        /// The area's working days from acceptance.
        ACCEPTANCE(MEETING_AFTER_ACCEPTANCE, "referral.first-meeting.acceptance"),
        /// The same, and the page asks for the release date.
        RELEASE_NOT_RECORDED(MEETING_AFTER_ACCEPTANCE, "referral.first-meeting.release-unknown"),
        /// 28 days from sentence, which come before the area's working days.
        SENTENCE(MEETING_AFTER_SENTENCE, "referral.first-meeting.sentence"),
        /// The area's working days from the opening of the window before release.
        WINDOW(MEETING_BEFORE_RELEASE, "referral.first-meeting.window"),
        /// The last working day before release.
        RELEASE(MEETING_BEFORE_RELEASE, "referral.first-meeting.release");

        private final ScheduleRule rule;
        private final String words;

        Basis(ScheduleRule rule, String words) {
            this.rule = rule;
            this.words = words;
        }

        public ScheduleRule rule() {
            return rule;
        }

        /// Key of the words in the message bundles.
        public String words() {
            return words;
        }
    }

    /// Where the person is when the referral is accepted, with the date that matters there.
    public sealed interface Situation {
        /// @param sentencedOn null if not recorded
        record Community(@Nullable LocalDate sentencedOn) implements Situation {}

        /// Custody or hospital.
        ///
        /// @param releaseOn null if not recorded
        record Detained(@Nullable LocalDate releaseOn) implements Situation {}
    }

    /// The area's numbers.
    ///
    /// @param workingDays from acceptance, at the level that was accepted
    /// @param sentenceDays calendar days from sentence (R-NOT-03: at most 28)
    /// @param windowMonths months before release in which the meeting is held (R-NOT-02: at most 6)
    public record Limits(int workingDays, int sentenceDays, int windowMonths) {}

    /// @param today a day before it has passed
    public static FirstMeeting due(
            Situation situation,
            LocalDate acceptedOn,
            Limits limits,
            WorkingDays calendar,
            LocalDate today) {
        var afterAcceptance = calendar.add(acceptedOn, limits.workingDays());
        var due =
                switch (situation) {
                    case Situation.Community(var sentencedOn) ->
                            community(sentencedOn, acceptedOn, limits, afterAcceptance);
                    case Situation.Detained(var releaseOn) ->
                            detained(releaseOn, limits, afterAcceptance, calendar);
                };
        return due.notBefore(today, calendar);
    }

    private static FirstMeeting community(
            @Nullable LocalDate sentencedOn,
            LocalDate acceptedOn,
            Limits limits,
            LocalDate afterAcceptance) {
        if (sentencedOn != null) {
            var limit = sentencedOn.plusDays(limits.sentenceDays());
            if (acceptedOn.isBefore(limit) && limit.isBefore(afterAcceptance)) {
                return new FirstMeeting(limit, Basis.SENTENCE, null);
            }
        }
        return new FirstMeeting(afterAcceptance, Basis.ACCEPTANCE, null);
    }

    private static FirstMeeting detained(
            @Nullable LocalDate releaseOn,
            Limits limits,
            LocalDate afterAcceptance,
            WorkingDays calendar) {
        if (releaseOn == null) {
            return new FirstMeeting(afterAcceptance, Basis.RELEASE_NOT_RECORDED, null);
        }
        var afterOpening =
                calendar.add(releaseOn.minusMonths(limits.windowMonths()), limits.workingDays());
        var last = calendar.previous(releaseOn);
        var later = afterOpening.isAfter(afterAcceptance) ? afterOpening : afterAcceptance;
        if (later.isAfter(last)) {
            return new FirstMeeting(last, Basis.RELEASE, null);
        }
        return new FirstMeeting(
                later, later.equals(afterAcceptance) ? Basis.ACCEPTANCE : Basis.WINDOW, null);
    }

    private FirstMeeting notBefore(LocalDate today, WorkingDays calendar) {
        return dueOn.isBefore(today)
                ? new FirstMeeting(calendar.next(today), basis, basis.rule())
                : this;
    }
}
