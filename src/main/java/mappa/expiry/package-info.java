/// Category 1 or 2 that ends while a case is at Level 2 or 3: what becomes of the case is decided
/// before the day comes (R-CAT-08).
///
/// The last day itself is the caseload's; here stand who was asked when, and what was decided in
/// time or late (K-20). A decision is carried out on the day after the last one, so that one
/// category follows the other without a gap. What a meeting or anybody else decides meanwhile ends
/// the question by itself. No process is needed: the days are watched by [ExpiryClock].
@NullMarked
package mappa.expiry;

import org.jspecify.annotations.NullMarked;
