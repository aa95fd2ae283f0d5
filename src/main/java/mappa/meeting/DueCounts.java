package mappa.meeting;

/// How many cases wait for their next meeting.
///
/// @param late past the limit, arranged or not
/// @param undated not late, and without a date for it
public record DueCounts(long late, long undated) {}
