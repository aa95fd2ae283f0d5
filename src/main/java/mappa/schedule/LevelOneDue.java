package mappa.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// By when the lead agency must review a case at Level 1, and why then.
///
/// As at Level 2 and 3 the day follows from the facts alone, the day of a review is day 0, and days
/// in custody or hospital are left out ([Stays], R-MTG-04). Two days are asked for, and the earlier
/// one counts:
///
/// - the area's interval from the last review, or from the day on which Level 1 began (R-L1-02);
/// - for whoever is released from custody or hospital, the last working day before it, unless a
///   review was held within the window of six months that ends there (R-NOT-02, at every level). A
///   stay of less than the window asks for none, unless Level 1 began in it and nothing was
///   reviewed yet (D).
///
/// @param dueOn the last day in time; null while held without a known release
/// @param askOn the first day on which somebody is asked for it; null while there is no day
public record LevelOneDue(@Nullable LocalDate dueOn, @Nullable LocalDate askOn, Basis basis) {

    /// What set the day.
    public enum Basis {
        /// The window before release.
        BEFORE_RELEASE(ScheduleRule.MEETING_BEFORE_RELEASE),
        /// The area's interval.
        INTERVAL(ScheduleRule.REVIEW_LEVEL_1),
        /// Nothing sets a day while the person is held.
        HELD(ScheduleRule.DAYS_NOT_COUNTED);

        private final ScheduleRule rule;

        Basis(ScheduleRule rule) {
            this.rule = rule;
        }

        public ScheduleRule rule() {
            return rule;
        }
    }

    /// @param since when Level 1 began
    /// @param stays custody and hospital
    /// @param releaseOn planned release from the stay that lasts; null if not recorded
    /// @param heldOn the last review since then; null if none
    public record Facts(
            LocalDate since,
            List<Stay> stays,
            @Nullable LocalDate releaseOn,
            @Nullable LocalDate heldOn) {

        public Facts {
            stays = List.copyOf(stays);
        }

        private LocalDate begun() {
            return heldOn == null ? since : heldOn;
        }
    }

    /// The area's numbers.
    ///
    /// @param reviewDays days in the community between reviews
    /// @param windowMonths months before release (R-NOT-02: at most 6)
    /// @param noticeDays calendar days before the due day on which somebody is asked
    public record Limits(int reviewDays, int windowMonths, int noticeDays) {}

    /// @param calendar the area's working days
    public static LevelOneDue of(Facts facts, Limits limits, WorkingDays calendar) {
        var where = Stays.of(facts.stays(), facts.releaseOn());
        var interval = byInterval(facts, limits, where);
        return where.periods().stream()
                .flatMap(held -> beforeRelease(held, facts, limits, calendar).stream())
                .filter(due -> interval.dueOn() == null || due.dueOn().isBefore(interval.dueOn()))
                .findFirst()
                .orElse(interval);
    }

    private static LevelOneDue byInterval(Facts facts, Limits limits, Stays where) {
        var last = where.lastWithin(facts.begun(), limits.reviewDays());
        if (last == null) {
            return new LevelOneDue(null, null, Basis.HELD);
        }
        var ask = last.minusDays(limits.noticeDays());
        return new LevelOneDue(
                last, ask.isBefore(facts.begun()) ? facts.begun() : ask, Basis.INTERVAL);
    }

    private static Optional<LevelOneDue> beforeRelease(
            Stays.Period held, Facts facts, Limits limits, WorkingDays calendar) {
        var release = held.release();
        if (release == null || !release.isAfter(facts.begun())) {
            return Optional.empty();
        }
        var opens = release.minusMonths(limits.windowMonths());
        var begunInIt = facts.heldOn() == null && !held.from().isAfter(facts.since());
        var foreseen = !held.from().isAfter(opens);
        var reviewed = facts.heldOn() != null && !facts.heldOn().isBefore(opens);
        if (reviewed || !foreseen && !begunInIt) {
            return Optional.empty();
        }
        var ask = opens.isBefore(facts.begun()) ? facts.begun() : opens;
        return Optional.of(new LevelOneDue(calendar.previous(release), ask, Basis.BEFORE_RELEASE));
    }

    /// Whether the due day has passed.
    public boolean isOverdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }
}
