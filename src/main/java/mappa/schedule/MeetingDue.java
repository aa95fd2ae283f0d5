package mappa.schedule;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// By when the next Level 2 or 3 meeting about somebody must be held, and why then.
///
/// Until a meeting has been held that is the first meeting ([FirstMeeting], R-NOT-02, R-NOT-03,
/// R-REF-12), afterwards the next review (R-MTG-02 to R-MTG-05). It follows from the facts alone
/// and not from the day on which somebody asks: record a fact, compute again, compare ([#after]).
///
/// How the days of a review are counted:
///
/// - The day of the meeting is day 0; a meeting on day 112 (56) is in time (R-MTG-05).
/// - Days in custody or hospital are left out (R-MTG-04, D); [Stays] says which days those are. The
///   clock goes on where it stood: it does not begin anew on release, the stricter of two readings.
/// - The due day is the last day on which a meeting is still in time. Somebody received the day
///   after day 112 is in time until the day before release, because no 113th day has passed.
/// - The limit may be a Saturday or a bank holiday; it is not put off.
/// - While no release is known there is no limit, only the chair's date and the area's own interval
///   for people who are held, if it has one (R-MTG-04, D).
/// - The chair's date is a day of the calendar: custody does not move it. It counts where it is
///   earlier than the limit, never where it is later (R-MTG-05).
///
/// A first meeting is not put off by custody or hospital that begin after acceptance (D).
///
/// @param facts what it follows from
/// @param limits the area's numbers that it was computed with
/// @param dueOn the last day in time; null while held without a known release or a chair's date
/// @param basis what set the day
/// @param first how the day of the first meeting comes about, whatever the chair has set; null for
///   a review
public record MeetingDue(
        Facts facts,
        Limits limits,
        @Nullable LocalDate dueOn,
        Basis basis,
        @Nullable FirstMeeting first) {

    private static final int DAYS_A_WEEK = 7;

    /// What set the day.
    public enum Basis {
        /// The rules of the first meeting.
        FIRST_MEETING,
        /// 112 days at Level 2, 56 at Level 3, or fewer if the area says so.
        REVIEW_LIMIT,
        /// The chair's earlier date.
        CHAIRS_DATE,
        /// The area's interval for people who are held.
        HELD_INTERVAL,
        /// Nothing sets a day while the person is held.
        HELD
    }

    /// Groups of the board, most urgent first. A day in two weeks is within two weeks.
    public enum Band {
        OVERDUE,
        WITHIN_2_WEEKS,
        WITHIN_4_WEEKS,
        WITHIN_8_WEEKS,
        LATER,
        /// Held, and no meeting due within eight weeks: the limit does not run.
        NOT_COUNTING
    }

    /// What nobody has recorded, so that the date is less certain than it looks.
    public enum Unknown {
        /// Held, and no day of release is recorded.
        RELEASE_DATE,
        /// The planned day of release has come, and no release is recorded.
        RELEASE,
        /// The first meeting could be due four weeks after a sentence that is not recorded.
        SENTENCE_DATE
    }

    /// @param level 2 or 3, on the day of asking; a change of level counts from the last meeting,
    ///   so that a level raised without a meeting can be late at once
    /// @param levelFrom when that level began
    /// @param acceptedOn acceptance of the referral; null for a case that came without one, for
    ///   example from another area (R-TRF-06)
    /// @param sentencedOn null if not recorded
    /// @param stays custody and hospital
    /// @param releaseOn planned release from the stay that lasts; null if not recorded
    /// @param heldOn the last meeting that counted as first meeting or review; null if none. One
    ///   before acceptance belongs to an earlier time at Level 2 or 3 and is left aside
    /// @param chairsDate by when the chair wants the next meeting; null if not said. One that is
    ///   not after the last meeting has been met and is left aside
    public record Facts(
            int level,
            LocalDate levelFrom,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate sentencedOn,
            List<Stay> stays,
            @Nullable LocalDate releaseOn,
            @Nullable LocalDate heldOn,
            @Nullable LocalDate chairsDate) {

        public Facts {
            if (level != 2 && level != 3) {
                throw new IllegalArgumentException("level: 2 or 3 expected, found " + level);
            }
            stays = List.copyOf(stays);
            if (heldOn != null && acceptedOn != null && heldOn.isBefore(acceptedOn)) {
                heldOn = null;
            }
            if (chairsDate != null && heldOn != null && !chairsDate.isAfter(heldOn)) {
                chairsDate = null;
            }
        }

        /// The same with another planned release (R-NOT-07).
        ///
        /// @param day null if no longer known
        public Facts releaseOn(@Nullable LocalDate day) {
            return new Facts(
                    level, levelFrom, acceptedOn, sentencedOn, stays, day, heldOn, chairsDate);
        }

        private LocalDate begun() {
            return acceptedOn == null ? levelFrom : acceptedOn;
        }

        private Stays where() {
            return Stays.of(stays, releaseOn);
        }
    }

    /// The area's numbers at the level of the facts.
    ///
    /// @param reviewDays days between meetings in the community (R-MTG-02: at most 112; R-MTG-03:
    ///   at most 56)
    /// @param heldDays calendar days between meetings while held; 0: the chair's date alone
    /// @param arrangeDays calendar days before the due day of a review on which to arrange it
    public record Limits(
            FirstMeeting.Limits first, int reviewDays, int heldDays, int arrangeDays) {}

    /// @param calendar the area's working days, for the first meeting
    public static MeetingDue of(Facts facts, Limits limits, WorkingDays calendar) {
        var due =
                facts.heldOn() == null
                        ? first(facts, limits, calendar)
                        : review(facts, limits, facts.heldOn());
        return due.orEarlier(facts.chairsDate(), Basis.CHAIRS_DATE);
    }

    private static MeetingDue first(Facts facts, Limits limits, WorkingDays calendar) {
        var begun = facts.begun();
        var where = facts.where();
        var situation =
                where.isHeldOn(begun)
                        ? new FirstMeeting.Situation.Detained(where.releaseAfter(begun))
                        : new FirstMeeting.Situation.Community(facts.sentencedOn());
        var first = FirstMeeting.due(situation, begun, limits.first(), calendar, begun);
        return new MeetingDue(facts, limits, first.dueOn(), Basis.FIRST_MEETING, first);
    }

    private static MeetingDue review(Facts facts, Limits limits, LocalDate heldOn) {
        var where = facts.where();
        var last = where.lastWithin(heldOn, limits.reviewDays());
        var due =
                new MeetingDue(
                        facts, limits, last, last == null ? Basis.HELD : Basis.REVIEW_LIMIT, null);
        var interval = heldOn.plusDays(limits.heldDays());
        return limits.heldDays() > 0 && where.isHeldOn(interval)
                ? due.orEarlier(interval, Basis.HELD_INTERVAL)
                : due;
    }

    private MeetingDue orEarlier(@Nullable LocalDate day, Basis why) {
        return day != null && (dueOn == null || day.isBefore(dueOn))
                ? new MeetingDue(facts, limits, day, why, first)
                : this;
    }

    /// The rule that set the day.
    public ScheduleRule rule() {
        return switch (basis) {
            case FIRST_MEETING -> Objects.requireNonNull(first).basis().rule();
            case REVIEW_LIMIT ->
                    facts.level() == 3 ? ScheduleRule.REVIEW_LEVEL_3 : ScheduleRule.REVIEW_LEVEL_2;
            case CHAIRS_DATE -> ScheduleRule.CHAIRS_DATE;
            case HELD_INTERVAL, HELD -> ScheduleRule.DAYS_NOT_COUNTED;
        };
    }

    public boolean isReview() {
        return first == null;
    }

    /// From when on somebody is asked to arrange it: a first meeting at once (R-REF-09), a review
    /// the area's days before it is due; null while there is no day.
    public @Nullable LocalDate arrangeOn() {
        if (dueOn == null) {
            return null;
        }
        if (facts.heldOn() == null) {
            return facts.begun();
        }
        var before = dueOn.minusDays(limits.arrangeDays());
        return before.isAfter(facts.heldOn()) ? before : facts.heldOn();
    }

    /// Whether the due day has passed without a meeting. It stays so when the person is held
    /// afterwards.
    public boolean isOverdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    /// The first day overdue, the day after the due day; null if it is not overdue.
    public @Nullable LocalDate overdueSince(LocalDate today) {
        return isOverdue(today) ? Objects.requireNonNull(dueOn).plusDays(1) : null;
    }

    /// What has passed since the last meeting: "61 of 112 days; 20 days in custody do not count".
    ///
    /// @return null before the first meeting, whose days are not counted so
    public @Nullable ReviewGap passed(LocalDate today) {
        return facts.heldOn() == null
                ? null
                : ReviewGap.between(facts.heldOn(), today, facts.where());
    }

    /// Where it stands on the board that day.
    public Band band(LocalDate today) {
        if (dueOn == null) {
            return Band.NOT_COUNTING;
        }
        if (isOverdue(today)) {
            return Band.OVERDUE;
        }
        if (isWithin(2, today)) {
            return Band.WITHIN_2_WEEKS;
        }
        if (isWithin(4, today)) {
            return Band.WITHIN_4_WEEKS;
        }
        if (isWithin(8, today)) {
            return Band.WITHIN_8_WEEKS;
        }
        // somebody's date counts although the limit does not run
        return basis == Basis.REVIEW_LIMIT && facts.where().isHeldOn(today)
                ? Band.NOT_COUNTING
                : Band.LATER;
    }

    private boolean isWithin(int weeks, LocalDate today) {
        return !Objects.requireNonNull(dueOn).isAfter(today.plusDays((long) weeks * DAYS_A_WEEK));
    }

    /// What to ask for, because the date would hang on it.
    public Set<Unknown> unknowns(LocalDate today) {
        var unknowns = EnumSet.noneOf(Unknown.class);
        var recorded = Stays.of(facts.stays(), null);
        if (recorded.isHeldOn(today) && recorded.releaseAfter(today) == null) {
            if (facts.where().releaseAfter(today) == null) {
                unknowns.add(Unknown.RELEASE_DATE);
            } else if (!facts.where().isHeldOn(today)) {
                unknowns.add(Unknown.RELEASE);
            }
        }
        if (first != null
                && facts.sentencedOn() == null
                && !facts.where().isHeldOn(facts.begun())) {
            unknowns.add(Unknown.SENTENCE_DATE);
        }
        return unknowns;
    }

    /// What a change of facts has done to the date (R-NOT-07).
    ///
    /// @param before what was due until then
    public Change after(MeetingDue before) {
        return new Change(before, this);
    }

    /// A date before and after a fact was recorded.
    public record Change(MeetingDue before, MeetingDue after) {

        public boolean moves() {
            return !Objects.equals(before.dueOn(), after.dueOn());
        }

        /// Whether the change itself has made it late: it was in time, and the new day has passed.
        public boolean isNowLate(LocalDate today) {
            return after.isOverdue(today) && !before.isOverdue(today);
        }
    }
}
