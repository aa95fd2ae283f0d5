package mappa.meeting;

/// What an agency answers when it is asked what it knows.
public enum ReturnKind {
    INFORMATION,
    /// An answer like any other, with the systems checked (R-MTG-10).
    NOTHING_KNOWN,
    /// Will not share, with the reason (R-DIS-10).
    REFUSED
}
