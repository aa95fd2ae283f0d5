package mappa.meeting;

/// Whose part it is.
public enum InvolvedPerson {
    INDIVIDUAL,
    /// Of a child, as well (R-IND-05).
    PARENTS_OR_CARERS
}
