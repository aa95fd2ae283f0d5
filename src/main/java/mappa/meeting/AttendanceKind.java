package mappa.meeting;

/// How an agency took part in a meeting.
public enum AttendanceKind {
    ATTENDED,
    DEPUTY,
    /// Not there; its report was.
    REPORT,
    /// Not there; it said that it knows nothing.
    NOTHING_KNOWN,
    ABSENT;

    /// Whether somebody of the agency was there.
    public boolean isThere() {
        return this == ATTENDED || this == DEPUTY;
    }
}
