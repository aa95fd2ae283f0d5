/// What is due and by when, with the rule that makes it so. Rules: [ScheduleRule].
///
/// Plain functions of dates: whoever asks brings the facts, the area's numbers and the calendar.
@NullMarked
package mappa.schedule;

import org.jspecify.annotations.NullMarked;
