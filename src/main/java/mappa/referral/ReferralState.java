package mappa.referral;

/// Where a referral stands.
public enum ReferralState {
    /// Being written; nobody but the referrer sees it.
    DRAFT,
    /// Sent to the unit, which checks it.
    SUBMITTED,
    /// Back with the referrer, with a list of what is missing.
    INCOMPLETE,
    /// The panel votes.
    IN_SCREENING,
    /// The panel has asked the referrer; its clock stands still.
    WAITING_FOR_REFERRER,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    /// Closed by the unit because nobody went on with it.
    EXPIRED;

    /// Whether the panel has decided.
    public boolean isDecided() {
        return this == ACCEPTED || this == DECLINED;
    }

    /// Whether nothing more can happen to it before a decision.
    public boolean isOver() {
        return isDecided() || this == WITHDRAWN || this == EXPIRED;
    }

    /// Whether the panel has it: voting, or waiting for an answer.
    public boolean isWithPanel() {
        return this == IN_SCREENING || this == WAITING_FOR_REFERRER;
    }

    /// Whether the referrer has been asked for something and has not answered.
    public boolean isWithReferrer() {
        return this == INCOMPLETE || this == WAITING_FOR_REFERRER;
    }
}
