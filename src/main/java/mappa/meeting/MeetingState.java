package mappa.meeting;

/// How far a meeting is.
public enum MeetingState {
    /// Has a date; nobody has been told.
    PLANNED,
    /// The agencies are asked.
    INVITED,
    /// Under way; its record is written.
    STARTED,
    /// Held; its record is fixed.
    CLOSED,
    /// Begun, and put off for lack of quorum.
    ADJOURNED,
    /// Not held.
    CALLED_OFF;

    /// Whether it is still to be held, or under way.
    public boolean isAhead() {
        return this == PLANNED || this == INVITED || this == STARTED;
    }
}
