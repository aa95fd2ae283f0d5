package mappa.referral;

/// The area's numbers for referral and screening; days are working days unless they say otherwise.
///
/// @param panelDays from *Send to panel* to the last day for votes
/// @param urgentPanelDays the same for an urgent referral
/// @param panelReminderDays before the panel's due day, for seats that have not voted
/// @param chaseDays from the panel's due day to 'Chase the panel'
/// @param chairDays from there to the notice to the SMB chair
/// @param answerDays for the referrer, from the request to the last day for the answer
/// @param answerReminderDay which of them brings the reminder
/// @param differentViewDays after the decision, for a seat that had not voted
/// @param draftDays calendar days after which an untouched draft may be closed
/// @param incompleteDays calendar days after which a returned referral may be closed
/// @param referredAgainMonths after a decline, in which a new referral says what has changed
public record Limits(
        int panelDays,
        int urgentPanelDays,
        int panelReminderDays,
        int chaseDays,
        int chairDays,
        int answerDays,
        int answerReminderDay,
        int differentViewDays,
        int draftDays,
        int incompleteDays,
        int referredAgainMonths) {

    public Limits {
        if (answerReminderDay >= answerDays) {
            throw new IllegalArgumentException("the reminder comes before the last day");
        }
    }
}
