package mappa.expiry;

/// What becomes of a case at Level 2 or 3 when its category ends.
public enum ExpiryChoice {
    /// It is in Category 3 from the day after.
    MOVE,
    /// It leaves MAPPA.
    EXIT
}
