package mappa.caseload;

/// How much co-ordination a case gets.
public enum Level {
    /// The lead agency manages; information is exchanged; no formal meetings.
    LEVEL_1,
    /// Formal meetings of several agencies add value.
    LEVEL_2,
    /// As Level 2, with senior people: significant resources at short notice, media or public
    /// interest.
    LEVEL_3;

    public int number() {
        return ordinal() + 1;
    }

    /// @param number 1 to 3
    public static Level of(int number) {
        return values()[number - 1];
    }
}
