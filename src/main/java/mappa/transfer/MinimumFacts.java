package mappa.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import mappa.caseload.CaseToHandOver;
import mappa.caseload.Category;
import mappa.caseload.Level;
import mappa.meeting.MeetingsToHandOver;
import org.jspecify.annotations.Nullable;

/// All that the other area may know of a case before it has accepted: what it needs to decide
/// whether it takes the case and by when it must meet (R-INF-02, R-INF-04), and no name.
///
/// @param lastMetOn null before the first meeting
/// @param reviewDueOn by the other area's interval; null while nothing sets a day
record MinimumFacts(
        String initials,
        Category category,
        Level level,
        @Nullable LocalDate lastMetOn,
        @Nullable LocalDate reviewDueOn,
        List<Content> contents) {

    /// @param found of somebody who is in a category
    static MinimumFacts of(CaseToHandOver found, MeetingsToHandOver meetings) {
        var standing = Objects.requireNonNull(found.standing());
        return new MinimumFacts(
                found.initials(),
                standing.category(),
                standing.level(),
                meetings.lastHeldOn(),
                meetings.dueThere(),
                PackageContents.of(found, meetings));
    }

    @Override
    public String toString() {
        return "MinimumFacts"; // must not reach a log
    }
}
