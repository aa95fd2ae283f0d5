/// Level 1: the lead agency's own reviews of a case, and what prompts it to refer up.
///
/// A case's time at Level 1 ([LevelOneStay]) begins and ends with its level in the caseload. When
/// the next review is due `mappa.schedule` says; the days are watched by [LevelOneClock], without a
/// process. A review keeps its evidence, because Level 1 is worth what it shows (R-L1-07). Rules:
/// [LevelOneRule].
@NullMarked
package mappa.levelone;

import org.jspecify.annotations.NullMarked;
