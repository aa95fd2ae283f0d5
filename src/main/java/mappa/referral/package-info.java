/// Referrals to a Level 2 or 3 meeting, from the first draft to the decision of the screening
/// panel.
///
/// Opened by the process `referral-panel`, decided here: the engine asks people, and hears of the
/// ballots only when they have decided. Rules: [ReferralRule]; the table of ballot events is upheld
/// by [Referral] and [ScreeningPanel].
@NullMarked
package mappa.referral;

import org.jspecify.annotations.NullMarked;
