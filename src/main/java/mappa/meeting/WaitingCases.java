package mappa.meeting;

import java.util.List;

/// Cases for whose next meeting no date is set.
///
/// @param soonest the first of them, soonest due first
/// @param all how many there are
public record WaitingCases(List<DueEntry> soonest, long all) {}
