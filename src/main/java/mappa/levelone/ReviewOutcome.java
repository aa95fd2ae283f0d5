package mappa.levelone;

/// What a review at Level 1 came to.
public enum ReviewOutcome {
    STAY,
    /// Formal meetings are needed: a referral follows.
    REFER_UP,
    /// Nothing keeps the person in MAPPA: the unit ends the category.
    EXIT
}
