package mappa.meeting;

import mappa.rule.Rule;

/// The rules of meetings (sections 8 and 12 of the reference) that this package upholds.
public enum MeetingRule implements Rule {
    /// The next meeting is held inside the limit of its level, or the chair's earlier date.
    LIMIT("MTG-05", Kind.LOCAL),
    /// The core agencies of the level are invited.
    CORE_AGENCIES("MTG-07", Kind.NATIONAL),
    /// The chair is somebody senior of police or probation.
    CHAIR("MTG-08", Kind.NATIONAL),
    /// Chair, police, probation and the lead agency are there; no public number was found.
    QUORUM("MTG-09", Kind.NOT_FOUND),
    /// Middle managers come at Level 2, senior ones at Level 3.
    SENIORITY("MTG-06", Kind.NATIONAL),
    /// An agency that does not come sends a report, or says that it knows nothing.
    RETURN("MTG-10", Kind.NATIONAL),
    /// Confidentiality and diversity statement, at the start and for whoever joins later.
    STATEMENT("MTG-12", Kind.NATIONAL),
    /// The individual and their representatives never attend.
    NOT_THE_INDIVIDUAL("ACC-04", Kind.NATIONAL),
    /// Victims never attend.
    NOT_VICTIMS("ACC-05", Kind.NATIONAL),
    /// A meeting can be held at any time when something changes.
    EXTRAORDINARY("MTG-17", Kind.LOCAL),
    /// Only the chair decides, and only once.
    CLOSING("MTG-01", Kind.NATIONAL),
    /// A conflict of interest blocks reading and taking part.
    CONFLICT("ACC-03", Kind.LOCAL),
    /// A change of level is a decision with its reasons.
    LEVEL_DECISION("LVL-09", Kind.NATIONAL),
    /// Category 3 and a discretionary Category 4 are never managed at Level 1.
    NEVER_LEVEL_1("LVL-06", Kind.NATIONAL),
    /// On leaving, the plan that remains is stated.
    REMAINING_PLAN("LVL-10", Kind.LOCAL),
    /// At Level 3 registration as a critical case is considered.
    CRITICAL_CASE("LVL-11", Kind.NATIONAL),
    /// Each earlier action is answered first.
    PREVIOUS_ACTIONS("ACT-03", Kind.NATIONAL),
    /// An action has one agency and one date.
    ACTION("ACT-01", Kind.LOCAL),
    /// A pillar of the plan is empty only with a reason.
    PILLARS("RMP-06", Kind.LOCAL),
    /// There is an agreed plan and a contingency.
    PLAN("RMP-09", Kind.NATIONAL),
    /// Disclosure is considered and decided at every meeting.
    DISCLOSURE("DIS-14", Kind.NATIONAL),
    /// Risk of serious harm is assessed for each group of people.
    RISK("RSK-01", Kind.NATIONAL),
    /// An assessment that is old is flagged.
    ASSESSMENT("RSK-02", Kind.LOCAL),
    /// Victims are considered at every meeting.
    VICTIMS("VIC-05", Kind.NATIONAL),
    /// What was approved is never overwritten: it is corrected by an addendum.
    FIXED_MINUTES("MIN-11", Kind.LOCAL),
    /// Minutes are accurate: where the area asks for two people, nobody approves their own.
    OWN_MINUTES("MIN-01", Kind.LOCAL),
    /// Nothing is given in writing to a guest without an information sharing agreement.
    AGREEMENT("INF-05", Kind.NATIONAL),
    /// An area keeps a case until another has accepted it.
    HANDED_OVER("TRF-04", Kind.LOCAL),
    /// The person is told and heard, or there is a reason why not.
    INDIVIDUAL("IND-04", Kind.NATIONAL);

    private final String id;
    private final Kind kind;

    MeetingRule(String id, Kind kind) {
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
