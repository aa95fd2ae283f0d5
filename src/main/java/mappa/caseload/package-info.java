/// People, their cases, why they are in MAPPA (category) and how much co-ordination they get
/// (level).
///
/// A [Case] is one person in one area. Category, level, place and sentence dates are spells with
/// two times: from when to when something was so, and from when to when we held it to be so. Rows
/// are only added; a correction supersedes. What is not known is said to be so ([Fact]), never left
/// blank. Rules: [CaseloadRule].
///
/// Knows no other feature: who accepts a person at a level tells it so.
@NullMarked
package mappa.caseload;

import org.jspecify.annotations.NullMarked;
