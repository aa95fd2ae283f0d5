package mappa.meeting;

/// Why meetings about a case ended.
public enum CycleEnd {
    /// Decided at a meeting: back to Level 1, or out of MAPPA.
    EXIT,
    /// Level or category ended outside a meeting.
    LEVEL_ENDED,
    /// Another area has taken the case over (R-TRF-04).
    TRANSFERRED
}
