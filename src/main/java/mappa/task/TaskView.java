package mappa.task;

/// Which part of the list is shown.
public enum TaskView {
    /// What the person holds, and what is asked of nobody else.
    MINE,
    /// What is asked of the person among others and nobody has taken.
    AVAILABLE,
    /// All open work that is asked of the person among others, whoever has it.
    TEAM,
    /// What was done, by the person or by others of whom it was asked; last first.
    DONE
}
