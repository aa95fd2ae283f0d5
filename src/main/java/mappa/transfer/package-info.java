/// Transfers of a case to another area (section 4.6): offered by one area, accepted or declined by
/// the other. Until then the case stays where it is (R-TRF-04), and the other area knows minimum
/// facts.
///
/// Whoever accepts gets a case of their own area; what came along is read by grants of the relation
/// `RECEIVING` (docs/adr/0010).
@NullMarked
package mappa.transfer;

import org.jspecify.annotations.NullMarked;
