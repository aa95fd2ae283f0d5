/// Audits of cases and meetings (section 16 of the reference): forms, a random sample that anybody
/// can draw again, two scorers who do not see each other, figures and what is done about them.
///
/// Not the log of who did what, which is `mappa.audit`. An auditor reads a case through the sample
/// that `mappa.caseload` gives them; nothing here opens another way to it.
@NullMarked
package mappa.qualityaudit;

import org.jspecify.annotations.NullMarked;
