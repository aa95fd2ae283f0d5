package mappa.meeting;

/// Where an agreed action stands (R-ACT-04); overdue is derived from its day.
public enum ActionState {
    OPEN,
    /// The agency says so; the next meeting looks at it (R-ACT-05).
    DONE_CLAIMED,
    DONE_VERIFIED,
    NOT_DONE,
    CANCELLED,
    /// Another area has the case, and the action with it.
    HANDED_OVER;

    public boolean isOpen() {
        return this == OPEN || this == DONE_CLAIMED;
    }
}
