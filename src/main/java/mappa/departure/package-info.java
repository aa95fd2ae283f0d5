/// Departures from guidance (R-GOV-01): the only way past a limit, with a reason, an approval and
/// days.
///
/// A feature that refuses names its rule as [Departable] and asks [Departures] before it refuses. A
/// departure lets a step through; it never changes a figure: what is late counts as late.
@NullMarked
package mappa.departure;

import org.jspecify.annotations.NullMarked;
