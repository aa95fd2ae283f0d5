package mappa.meeting;

/// Why an agency is asked to a meeting.
public enum InviteReason {
    /// On the area's list for the level (R-MTG-07).
    CORE,
    /// Police, probation or prison (R-MTG-07, R-MTG-09).
    RESPONSIBLE_AUTHORITY,
    /// It leads the case.
    LEAD,
    /// The unit asks it, whatever the rules propose.
    CHOSEN
}
