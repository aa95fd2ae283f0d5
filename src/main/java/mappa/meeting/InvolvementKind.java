package mappa.meeting;

/// What is done to give the individual their part, in its order (R-IND-01 to R-IND-03).
public enum InvolvementKind {
    /// That they are managed, and what it means.
    TOLD,
    /// To write before the meeting.
    INVITED,
    /// What they wrote, or said to whoever wrote it down.
    CONTRIBUTED,
    /// What came of the meeting.
    FED_BACK
}
