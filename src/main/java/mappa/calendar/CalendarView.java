package mappa.calendar;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.agency.Absence;
import mappa.meeting.CalendarEntry;
import mappa.meeting.DueCounts;
import mappa.meeting.DueEntry;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// What the actor may see of the meetings of a period.
///
/// @param chairs names by account
/// @param workingDays of the actor's area
/// @param absences of agencies, as known here
/// @param due what must be arranged; null for those who arrange nothing
/// @param next id after which the following page of a list begins; null on the last
/// @param more whether the period holds more than is shown
record CalendarView(
        List<CalendarEntry> entries,
        Map<UUID, String> chairs,
        WorkingDays workingDays,
        List<Absence> absences,
        @Nullable Due due,
        @Nullable UUID next,
        boolean more) {

    /// @param late the first of those past the limit
    /// @param undated the first of those without a date
    record Due(DueCounts counts, List<DueEntry> late, List<DueEntry> undated) {}

    /// A page of the board.
    ///
    /// @param next id after which the following page begins; null on the last
    record Board(List<DueEntry> entries, @Nullable UUID next) {}
}
