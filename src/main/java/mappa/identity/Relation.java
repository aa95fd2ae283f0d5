package mappa.identity;

/// Why somebody may see a person, case or referral.
public enum Relation {
    /// The MAPPA unit of the area.
    UNIT,
    /// Wrote the referral.
    REFERRER,
    /// Holds a seat on its screening panel, or took one over as deputy.
    SEAT,
    /// Has to fill an empty seat of its panel, because every coordinator of the area has a
    /// conflict.
    ESCALATED,
    /// Owns the case for the lead agency.
    OWNER,
    /// Chairs its meeting.
    CHAIR,
    /// Its agency is asked to the meeting.
    INVITED,
    /// Its agency was given the minutes.
    RECIPIENT,
    /// Its agency has to do what was agreed.
    RESPONSIBLE,
    /// Its area is asked to take the case over, or has: reads the offer, and with the acceptance
    /// the minutes that came along.
    RECEIVING,
    /// Its area gave the case to another: reads what it kept and changes nothing.
    KEPT,
    /// Has it in a sample, for a time.
    SAMPLE,
    /// Scores an audit.
    SCORER,
    /// Watches a meeting without taking part.
    OBSERVER,
    /// Watches over the area: the Strategic Management Board and the lay advisers.
    OVERSIGHT
}
