package mappa.agency;

import static mappa.rule.Rule.Kind.LOCAL;
import static mappa.rule.Rule.Kind.NATIONAL;
import static mappa.rule.Rule.Kind.NOT_FOUND;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.rule.Rule;
import org.jspecify.annotations.Nullable;

/// Every number that an area can set, with its default and how far it may go; no other place has
/// them (section 20 of the reference).
///
/// A national number is the loosest allowed: an area can only set less.
public enum Setting {
    PANEL_SEATS(Group.PANEL, "COORDINATOR_A,COORDINATOR_B,POLICE_DI", AgencyRule.SEATS, LOCAL),
    VOTES_NEEDED(Group.PANEL, Unit.VOTES, 2, 1, 5, AgencyRule.SEATS, LOCAL),

    PANEL_DAYS(Group.SCREENING, Unit.WORKING_DAYS, 5, 1, 20, AgencyRule.PANEL_CLOCK, NOT_FOUND),
    URGENT_PANEL_DAYS(
            Group.SCREENING, Unit.WORKING_DAYS, 1, 1, 5, AgencyRule.PANEL_CLOCK, NOT_FOUND),
    PANEL_REMINDER_DAYS(Group.SCREENING, Unit.WORKING_DAYS, 1, 1, 5, AgencyRule.PANEL_CLOCK, LOCAL),
    CHASE_DAYS(Group.SCREENING, Unit.WORKING_DAYS, 1, 1, 10, AgencyRule.PANEL_CLOCK, LOCAL),
    CHAIR_DAYS(Group.SCREENING, Unit.WORKING_DAYS, 2, 1, 10, AgencyRule.PANEL_CLOCK, LOCAL),
    ANSWER_DAYS(Group.SCREENING, Unit.WORKING_DAYS, 5, 2, 20, AgencyRule.ANSWER_CLOCK, LOCAL),
    ANSWER_REMINDER_DAY(
            Group.SCREENING, Unit.WORKING_DAYS, 3, 1, 19, AgencyRule.ANSWER_CLOCK, LOCAL),
    DIFFERENT_VIEW_DAYS(
            Group.SCREENING, Unit.WORKING_DAYS, 5, 1, 20, AgencyRule.DIFFERENT_VIEW, LOCAL),
    DRAFT_DAYS(Group.SCREENING, Unit.DAYS, 90, 7, 365, AgencyRule.INCOMPLETE, LOCAL),
    INCOMPLETE_DAYS(Group.SCREENING, Unit.DAYS, 28, 7, 180, AgencyRule.INCOMPLETE, LOCAL),
    REFERRED_AGAIN_MONTHS(Group.SCREENING, Unit.MONTHS, 6, 1, 24, AgencyRule.REFERRED_AGAIN, LOCAL),

    FIRST_MEETING_DAYS_LEVEL_2(
            Group.MEETING, Unit.WORKING_DAYS, 20, 1, 40, AgencyRule.FIRST_MEETING, NOT_FOUND),
    FIRST_MEETING_DAYS_LEVEL_3(
            Group.MEETING, Unit.WORKING_DAYS, 10, 1, 20, AgencyRule.FIRST_MEETING, NOT_FOUND),
    SENTENCE_DAYS(Group.MEETING, Unit.DAYS, 28, 1, 28, AgencyRule.SENTENCE, NATIONAL),
    WINDOW_MONTHS(Group.MEETING, Unit.MONTHS, 6, 1, 6, AgencyRule.WINDOW, NATIONAL),
    REVIEW_DAYS_LEVEL_2(Group.MEETING, Unit.DAYS, 112, 7, 112, AgencyRule.REVIEW_LEVEL_2, NATIONAL),
    REVIEW_DAYS_LEVEL_3(Group.MEETING, Unit.DAYS, 56, 7, 56, AgencyRule.REVIEW_LEVEL_3, NATIONAL),
    REVIEW_DAYS_HELD(Group.MEETING, Unit.DAYS, 0, 0, 365, AgencyRule.REVIEW_HELD, NOT_FOUND),
    ARRANGE_REVIEW_DAYS(Group.MEETING, Unit.DAYS, 28, 7, 56, AgencyRule.REVIEW_ARRANGED, LOCAL),
    RETURN_DAYS(Group.MEETING, Unit.WORKING_DAYS, 3, 0, 20, AgencyRule.RETURN, LOCAL),
    RETURN_REMINDER_DAYS(Group.MEETING, Unit.WORKING_DAYS, 2, 1, 10, AgencyRule.RETURN, LOCAL),
    REPEAT_DAYS(Group.MEETING, Unit.WORKING_DAYS, 10, 1, 20, AgencyRule.QUORUM, NOT_FOUND),
    RISK_ASSESSMENT_DAYS(Group.MEETING, Unit.DAYS, 365, 28, 730, AgencyRule.ASSESSMENT, NOT_FOUND),
    MINUTES_DRAFT_DAYS(Group.MEETING, Unit.WORKING_DAYS, 3, 1, 20, AgencyRule.MINUTES, NOT_FOUND),
    MINUTES_DAYS_LEVEL_2(
            Group.MEETING, Unit.WORKING_DAYS, 10, 1, 40, AgencyRule.MINUTES, NOT_FOUND),
    MINUTES_DAYS_LEVEL_3(Group.MEETING, Unit.WORKING_DAYS, 5, 1, 40, AgencyRule.MINUTES, NOT_FOUND),
    MINUTES_PEOPLE(Group.MEETING, Unit.PEOPLE, 2, 1, 2, AgencyRule.MINUTES_APPROVAL, LOCAL),

    EXPIRY_ALERT_DAYS(Group.CASES, Unit.DAYS, 56, 28, 182, AgencyRule.CATEGORY_ENDS, LOCAL),
    EXPIRY_ESCALATION_DAYS(Group.CASES, Unit.DAYS, 14, 1, 27, AgencyRule.CATEGORY_ENDS, LOCAL),
    REVIEW_DAYS_LEVEL_1(Group.CASES, Unit.DAYS, 112, 28, 365, AgencyRule.REVIEW_LEVEL_1, NOT_FOUND),
    LEVEL_1_NOTICE_DAYS(Group.CASES, Unit.DAYS, 28, 14, 56, AgencyRule.REVIEW_LEVEL_1, LOCAL),
    LEVEL_1_REMINDER_DAYS(Group.CASES, Unit.DAYS, 7, 1, 13, AgencyRule.REVIEW_LEVEL_1, LOCAL),
    TRANSFER_ANSWER_DAYS(Group.CASES, Unit.WORKING_DAYS, 5, 1, 20, AgencyRule.TRANSFER, LOCAL),

    AGREEMENT_NOTICE_DAYS(Group.PARTNERS, Unit.DAYS, 28, 1, 182, AgencyRule.AGREEMENT, LOCAL),
    ABSENCES_TO_MANAGER(Group.PARTNERS, Unit.MEETINGS, 2, 1, 10, AgencyRule.RETURN, LOCAL),
    ABSENCES_TO_BOARD(Group.PARTNERS, Unit.MEETINGS, 3, 2, 12, AgencyRule.RETURN, LOCAL),

    UNIT_PHONE(Group.CONTACT),
    UNIT_EMAIL(Group.CONTACT);

    /// Heading under which a setting stands.
    public enum Group {
        PANEL,
        SCREENING,
        MEETING,
        CASES,
        PARTNERS,
        CONTACT
    }

    /// What a value counts, or that it is no number.
    public enum Unit {
        VOTES,
        PEOPLE,
        MEETINGS,
        WORKING_DAYS,
        /// Calendar days.
        DAYS,
        MONTHS,
        /// A list of [Seat] codes, with commas.
        SEATS,
        TEXT;

        public boolean isNumber() {
            return this != SEATS && this != TEXT;
        }
    }

    private final Group group;
    private final Unit unit;
    private final String byDefault;
    private final int least;
    private final int most;
    private final @Nullable Rule rule;
    private final Rule.Kind kind;

    Setting(Group group, Unit unit, int number, int least, int most, Rule rule, Rule.Kind kind) {
        this.group = group;
        this.unit = unit;
        this.byDefault = Integer.toString(number);
        this.least = least;
        this.most = most;
        this.rule = rule;
        this.kind = kind;
    }

    Setting(Group group, String seats, Rule rule, Rule.Kind kind) {
        this.group = group;
        this.unit = Unit.SEATS;
        this.byDefault = seats;
        this.least = 1;
        this.most = Seat.values().length;
        this.rule = rule;
        this.kind = kind;
    }

    // a text that only the area can know
    Setting(Group group) {
        this.group = group;
        this.unit = Unit.TEXT;
        this.byDefault = "";
        this.least = 0;
        this.most = 200;
        this.rule = null;
        this.kind = LOCAL;
    }

    public Group group() {
        return group;
    }

    public Unit unit() {
        return unit;
    }

    /// The value until an area sets another; empty for a text.
    public String byDefault() {
        return byDefault;
    }

    /// Smallest number allowed; for seats the fewest.
    public int least() {
        return least;
    }

    /// Largest number allowed; for seats the most, for a text the most characters.
    public int most() {
        return most;
    }

    /// The rule that it belongs to; null where there is none.
    public @Nullable Rule rule() {
        return rule;
    }

    /// Whose number the default is; of a national one the area can only set less.
    public Rule.Kind kind() {
        return kind;
    }

    /// Name in addresses: `panel-days`.
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// The setting of that name in an address; empty if there is none.
    public static Optional<Setting> ofPath(String path) {
        return Stream.of(values()).filter(setting -> setting.path().equals(path)).findFirst();
    }

    static List<String> seats(String value) {
        return Arrays.asList(value.split(","));
    }

    static String seats(List<Seat> seats) {
        return seats.stream().map(Seat::name).collect(Collectors.joining(","));
    }
}
