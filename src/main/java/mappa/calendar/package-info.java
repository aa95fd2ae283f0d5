/// The calendar of an area's meetings (S-40): as month, week and list, with the board of what is
/// due.
///
/// Reads [mappa.meeting.MeetingCalendar]; holds no meeting of its own. Only references of cases,
/// never names (R-ACC-01).
@NullMarked
package mappa.calendar;

import org.jspecify.annotations.NullMarked;
