package mappa.referral;

import mappa.rule.Rule;

/// The rules of referral and screening (section 4.4 of the reference) that this package upholds.
public enum ReferralRule implements Rule {
    /// Any agency of the area may refer.
    REFER("REF-01", Kind.NATIONAL),
    /// A referral says all that is asked; an incomplete one goes back with a list.
    COMPLETE("REF-02", Kind.NATIONAL),
    /// Only the panel votes, each on one seat.
    PANEL("REF-03", Kind.NATIONAL),
    /// As many acceptances as are needed accept, as many declines decline; then it is decided.
    DECIDED("REF-04", Kind.NATIONAL),
    /// The highest level that the votes needed support; an acceptance at 3 also supports 2.
    LEVEL("REF-05", Kind.LOCAL),
    /// Conflict or absence calls the deputy, then a substitute.
    SUBSTITUTE("REF-06", Kind.LOCAL),
    /// Questions stop the clock; votes already cast are kept and must be confirmed.
    MORE_INFORMATION("REF-07", Kind.LOCAL),
    /// Each vote carries a reason and is sealed from those who have not voted.
    REASON("REF-08", Kind.LOCAL),
    /// Acceptance makes the first meeting due.
    ACCEPTANCE("REF-09", Kind.NATIONAL),
    /// A decline tells the referrer why, and where to turn.
    FEEDBACK("REF-10", Kind.NATIONAL),
    /// Days for the panel and for the referrer; no public number was found.
    CLOCK("REF-11", Kind.NOT_FOUND),
    /// Days from acceptance to the first meeting; no public number was found.
    FIRST_MEETING("REF-12", Kind.NOT_FOUND),
    /// A referral soon after a decline says what has changed.
    REFERRED_AGAIN("REF-13", Kind.LOCAL),
    /// Seats, their holders and the votes needed are the area's.
    SEATS("REF-14", Kind.LOCAL),
    /// A conflict of interest blocks reading and voting.
    CONFLICT("ACC-03", Kind.LOCAL),
    /// A Level 3 case is considered as a critical public protection case.
    CRITICAL_CASE("LVL-11", Kind.NATIONAL),
    /// Category 3 is never managed at Level 1.
    NEVER_LEVEL_1("LVL-06", Kind.NATIONAL);

    private final String id;
    private final Kind kind;

    ReferralRule(String id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
