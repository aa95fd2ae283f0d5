/// Level 2 and 3 meetings: one [MeetingCycle] for each stay at these levels, in it one [Meeting]
/// after another, arranged, answered by the agencies, held, closed.
@NullMarked
package mappa.meeting;

import org.jspecify.annotations.NullMarked;
