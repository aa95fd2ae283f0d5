/// What time it is, and which days are working days.
@NullMarked
package mappa.time;

import org.jspecify.annotations.NullMarked;
