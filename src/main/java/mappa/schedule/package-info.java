/// What is due and by when, with the rule that makes it so. Rules: [ScheduleRule].
///
/// Way in: [MeetingDue], and [ReviewGap] for the figures that measure the same days.
///
/// Plain functions of dates: whoever asks brings the facts, the area's numbers and the calendar.
@NullMarked
package mappa.schedule;

import org.jspecify.annotations.NullMarked;
