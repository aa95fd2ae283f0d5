package mappa.agency;

import mappa.rule.Rule;

/// The rules whose numbers an area sets.
public enum AgencyRule implements Rule {
    /// Each seat of the panel has its own holder.
    PANEL("REF-03", Kind.NATIONAL),
    /// Seats and the votes needed are the area's.
    SEATS("REF-14", Kind.LOCAL),
    /// Days for the panel; no public number was found.
    PANEL_CLOCK("REF-11", Kind.NOT_FOUND),
    /// Days for the referrer's answer.
    ANSWER_CLOCK("REF-07", Kind.LOCAL),
    /// An incomplete referral goes back; how long it may stay there.
    INCOMPLETE("REF-02", Kind.LOCAL),
    /// Votes and views carry reasons; how long one may be added.
    DIFFERENT_VIEW("REF-08", Kind.LOCAL),
    /// A referral soon after a decline says what has changed.
    REFERRED_AGAIN("REF-13", Kind.LOCAL),
    /// Days from acceptance to the first meeting; no public number was found.
    FIRST_MEETING("REF-12", Kind.NOT_FOUND),
    /// Custody or hospital: the first meeting is held in the six months before release.
    WINDOW("NOT-02", Kind.NATIONAL),
    /// Community: the first meeting is held within four weeks of sentence.
    SENTENCE("NOT-03", Kind.NATIONAL),
    /// Level 2: a review at least every 16 weeks.
    REVIEW_LEVEL_2("MTG-02", Kind.NATIONAL),
    /// Level 3: a review at least every 8 weeks.
    REVIEW_LEVEL_3("MTG-03", Kind.NATIONAL),
    /// Custody or hospital: the chair's date by risk; no public interval was found.
    REVIEW_HELD("MTG-04", Kind.NOT_FOUND),
    /// The next review stands inside the limit; how long before it is arranged.
    REVIEW_ARRANGED("MTG-05", Kind.LOCAL),
    /// A category that ends while at Level 2 or 3 is decided on before; how long ahead is the
    /// area's.
    CATEGORY_ENDS("CAT-08", Kind.LOCAL),
    /// Level 1 is reviewed by its lead agency; no public interval was found.
    REVIEW_LEVEL_1("L1-02", Kind.NOT_FOUND),
    /// A memorandum of understanding is mandatory, and agreements are reviewed.
    AGREEMENT("INF-05", Kind.NATIONAL),
    /// An agency says what it knows before the meeting; how long before is the area's.
    RETURN("MTG-10", Kind.LOCAL),
    /// A meeting without quorum is held again; no public number of days was found.
    QUORUM("MTG-09", Kind.NOT_FOUND),
    /// An assessment of risk is flagged when it is old; no public number was found.
    ASSESSMENT("RSK-02", Kind.NOT_FOUND),
    /// Minutes are timely; no public number of days was found.
    MINUTES("MIN-03", Kind.NOT_FOUND),
    /// Minutes are accurate; whether it takes two people to say so is the area's.
    MINUTES_APPROVAL("MIN-01", Kind.LOCAL),
    /// An area that is offered a case says whether it takes it; by when is the area's.
    TRANSFER("TRF-04", Kind.LOCAL);

    private final String id;
    private final Kind kind;

    AgencyRule(String id, Kind kind) {
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
