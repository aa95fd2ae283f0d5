package mappa.task;

/// Where a piece of work stands. Whether somebody has taken it is not a state but its holder.
public enum WorkItemState {
    OPEN,
    COMPLETED,
    WITHDRAWN
}
