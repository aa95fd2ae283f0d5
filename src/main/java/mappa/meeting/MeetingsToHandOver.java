package mappa.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the meetings about a case leave to an area that takes it over.
///
/// @param lastHeldOn null before the first meeting, and at Level 1
/// @param dueThere when the next meeting is due in that area; null while nothing sets a day
/// @param minutes how many approved ones there are
/// @param drafts how many of a meeting that was held are not approved yet
/// @param actions how many are open
public record MeetingsToHandOver(
        @Nullable LocalDate lastHeldOn,
        @Nullable LocalDate dueThere,
        int minutes,
        int drafts,
        int actions) {}
