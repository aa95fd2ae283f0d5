package mappa.referral;

/// Where a declined referral is suggested to go instead.
public enum Pathway {
    LEVEL_1,
    MARAC,
    IOM,
    SAFEGUARDING_CHILD,
    SAFEGUARDING_ADULT,
    PREVENT_CHANNEL,
    CHANGING_FUTURES_OR_SIMILAR,
    NONE
}
