package mappa.meeting;

/// How far the repeated absence of an agency has climbed (S-44, local policy).
public enum AbsenceStep {
    /// Its manager is told, and the unit speaks to them.
    MANAGER,
    /// Its member of the Strategic Management Board is told, and asked to act.
    BOARD
}
