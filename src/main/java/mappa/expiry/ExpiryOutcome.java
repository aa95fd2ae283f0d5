package mappa.expiry;

/// How the question ended.
public enum ExpiryOutcome {
    /// The case is in Category 3.
    MOVED,
    /// The case left MAPPA.
    LEFT,
    /// Something else was faster: the level, the category or its last day changed.
    OVERTAKEN
}
