package mappa.task;

/// What can happen to a piece of work.
public enum Change {
    OPENED,
    TAKEN,
    PUT_BACK,
    GIVEN,
    REASSIGNED,
    DUE_CHANGED,
    COMPLETED,
    WITHDRAWN,
    ASKED_AGAIN
}
