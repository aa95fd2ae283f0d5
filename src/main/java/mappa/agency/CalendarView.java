package mappa.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// The calendar of an area from today on.
///
/// @param bankHolidays of England and Wales to the end of next year, soonest first
/// @param overrides the area's own, by day; of several for one day the last counts
public record CalendarView(List<LocalDate> bankHolidays, List<Override> overrides) {

    /// A day that the area added or took away.
    public record Override(
            LocalDate day, boolean working, String reason, String changedBy, Instant at) {}
}
