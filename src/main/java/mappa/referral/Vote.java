package mappa.referral;

/// What a member of the panel can say about a referral.
public enum Vote {
    ACCEPT_2,
    ACCEPT_3,
    DECLINE,
    /// Asks the referrer first; no ballot.
    MORE_INFORMATION,
    /// Leaves the seat because of a conflict of interest; no ballot.
    ABSTAIN_CONFLICT;

    /// Whether it is one of the three that the panel counts.
    public boolean isBallot() {
        return this == ACCEPT_2 || this == ACCEPT_3 || this == DECLINE;
    }

    /// Whether it backs management at that level; an acceptance at 3 also backs 2 (R-REF-05).
    boolean backs(int level) {
        return this == ACCEPT_3 || (this == ACCEPT_2 && level == 2);
    }
}
