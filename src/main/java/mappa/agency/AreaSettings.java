package mappa.agency;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The numbers of one area on one day: its own where it has set them, otherwise the defaults.
///
/// "Days" are working days where the setting's unit says so.
public final class AreaSettings {

    private final String area;
    private final Map<Setting, String> values;

    /// @param overrides what the area has set
    AreaSettings(String area, Map<Setting, String> overrides) {
        this.area = area;
        values = new EnumMap<>(Setting.class);
        for (var setting : Setting.values()) {
            values.put(setting, overrides.getOrDefault(setting, setting.byDefault()));
        }
    }

    /// The settings of an area that has set nothing.
    public static AreaSettings defaults(String area) {
        return new AreaSettings(area, Map.of());
    }

    public String area() {
        return area;
    }

    /// As stored: a number, a list of codes or a text.
    public String value(Setting setting) {
        return values.get(setting);
    }

    /// @throws IllegalArgumentException for a setting that is no number
    public int number(Setting setting) {
        if (!setting.unit().isNumber()) {
            throw new IllegalArgumentException(setting + " is no number");
        }
        return Integer.parseInt(value(setting));
    }

    /// Codes of the panel's seats, in order.
    public List<String> seats() {
        return Setting.seats(value(Setting.PANEL_SEATS));
    }

    /// From a majority of the seats to all.
    public int votesNeeded() {
        return number(Setting.VOTES_NEEDED);
    }

    /// Working days from *Send to panel* to the last day for votes.
    public int panelDays() {
        return number(Setting.PANEL_DAYS);
    }

    /// The same for an urgent referral.
    public int urgentPanelDays() {
        return number(Setting.URGENT_PANEL_DAYS);
    }

    /// Working days before the due day on which seats that have not voted are reminded; an urgent
    /// one is reminded at noon of the due day instead.
    public int panelReminderDays() {
        return number(Setting.PANEL_REMINDER_DAYS);
    }

    /// Working days from the panel's due day to 'Chase the panel'.
    public int chaseDays() {
        return number(Setting.CHASE_DAYS);
    }

    /// Working days from there to the notice to the SMB chair.
    public int chairDays() {
        return number(Setting.CHAIR_DAYS);
    }

    /// Working days for the referrer's answer.
    public int answerDays() {
        return number(Setting.ANSWER_DAYS);
    }

    /// Which of them brings the reminder; always one before the last.
    public int answerReminderDay() {
        return number(Setting.ANSWER_REMINDER_DAY);
    }

    /// Working days after the decision for a seat that had not voted.
    public int differentViewDays() {
        return number(Setting.DIFFERENT_VIEW_DAYS);
    }

    /// Calendar days after which an untouched draft may be closed.
    public int draftDays() {
        return number(Setting.DRAFT_DAYS);
    }

    /// Calendar days after which a returned referral may be closed.
    public int incompleteDays() {
        return number(Setting.INCOMPLETE_DAYS);
    }

    /// Months after a decline in which a new referral says what has changed.
    public int referredAgainMonths() {
        return number(Setting.REFERRED_AGAIN_MONTHS);
    }

    /// Working days from acceptance to the first meeting.
    ///
    /// @param level 2 or 3
    public int firstMeetingDays(int level) {
        return number(
                level == 3
                        ? Setting.FIRST_MEETING_DAYS_LEVEL_3
                        : Setting.FIRST_MEETING_DAYS_LEVEL_2);
    }

    /// Calendar days from sentence to the first meeting in the community.
    public int sentenceDays() {
        return number(Setting.SENTENCE_DAYS);
    }

    /// Months before release in which the first meeting from custody or hospital is held.
    public int windowMonths() {
        return number(Setting.WINDOW_MONTHS);
    }

    /// Calendar days between review meetings at most.
    ///
    /// @param level 2 or 3
    public int reviewDays(int level) {
        return number(level == 3 ? Setting.REVIEW_DAYS_LEVEL_3 : Setting.REVIEW_DAYS_LEVEL_2);
    }

    /// Calendar days between meetings about somebody in custody or hospital at most; 0: no limit of
    /// the area's own, the chair's date alone.
    public int heldReviewDays() {
        return number(Setting.REVIEW_DAYS_HELD);
    }

    /// Calendar days before the due day of a review on which somebody is asked to arrange it.
    public int arrangeReviewDays() {
        return number(Setting.ARRANGE_REVIEW_DAYS);
    }

    /// Working days before a meeting that are left when the agencies' returns are due.
    public int returnDays() {
        return number(Setting.RETURN_DAYS);
    }

    /// Working days before that on which agencies that are silent are reminded.
    public int returnReminderDays() {
        return number(Setting.RETURN_REMINDER_DAYS);
    }

    /// Working days from a meeting without quorum to the last day for its repeat.
    public int repeatDays() {
        return number(Setting.REPEAT_DAYS);
    }

    /// Calendar days after which an assessment of risk is flagged as old.
    public int riskAssessmentDays() {
        return number(Setting.RISK_ASSESSMENT_DAYS);
    }

    /// Working days from a meeting to the draft of its minutes.
    public int minutesDraftDays() {
        return number(Setting.MINUTES_DRAFT_DAYS);
    }

    /// Working days from a meeting until its minutes are with those entitled to them.
    ///
    /// @param level 2 or 3
    public int minutesDays(int level) {
        return number(level == 3 ? Setting.MINUTES_DAYS_LEVEL_3 : Setting.MINUTES_DAYS_LEVEL_2);
    }

    /// How many people it takes to write minutes and to approve them: 1 or 2.
    public int minutesPeople() {
        return number(Setting.MINUTES_PEOPLE);
    }

    /// Working days for the answer to the offer of a case from another area, and for settling the
    /// actions that came with one.
    public int transferAnswerDays() {
        return number(Setting.TRANSFER_ANSWER_DAYS);
    }

    /// Meetings in a row without anybody and without a report after which an agency's manager is
    /// told.
    public int absencesToManager() {
        return number(Setting.ABSENCES_TO_MANAGER);
    }

    /// The same for the Strategic Management Board; always more.
    public int absencesToBoard() {
        return number(Setting.ABSENCES_TO_BOARD);
    }

    /// Calendar days before the last day of a category on which the coordinator is asked what
    /// becomes of a case at Level 2 or 3.
    public int expiryAlertDays() {
        return number(Setting.EXPIRY_ALERT_DAYS);
    }

    /// The same until the other coordinators are asked, too; always fewer.
    public int expiryEscalationDays() {
        return number(Setting.EXPIRY_ESCALATION_DAYS);
    }

    /// Calendar days between reviews at Level 1 at most.
    public int levelOneReviewDays() {
        return number(Setting.REVIEW_DAYS_LEVEL_1);
    }

    /// Calendar days before such a review is due on which its lead agency is asked for it.
    public int levelOneNoticeDays() {
        return number(Setting.LEVEL_1_NOTICE_DAYS);
    }

    /// The same until it is reminded; always fewer.
    public int levelOneReminderDays() {
        return number(Setting.LEVEL_1_REMINDER_DAYS);
    }

    /// Telephone number of the MAPPA unit; empty if the area has not said.
    public String unitPhone() {
        return value(Setting.UNIT_PHONE);
    }

    /// Mail address of the MAPPA unit; empty if the area has not said.
    public String unitEmail() {
        return value(Setting.UNIT_EMAIL);
    }
}
