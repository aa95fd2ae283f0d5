package mappa.meeting;

/// How far minutes have come; they only go forward, but for a draft that the chair gives back.
public enum MinutesState {
    DRAFT,
    CHAIR_REVIEW,
    /// From here on nothing changes: what was wrong is corrected by an addendum (R-MIN-11).
    APPROVED,
    DISTRIBUTED
}
