package mappa.task;

/// How much there is in each view, exactly and without filters.
///
/// @param overdue those of `team` that were due before today
public record TaskCounts(long mine, long available, long team, long done, long overdue) {}
