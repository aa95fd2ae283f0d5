/// Lay advisers who watch meetings (R-MTG-18): announced, without papers or names, with notes for
/// the board afterwards, counted by the quarter (R-SMB-10).
///
/// What a lay adviser sees of a meeting is the observation: its date, its place and its level. The
/// meeting and its case stay behind their own wall.
@NullMarked
package mappa.observation;

import org.jspecify.annotations.NullMarked;
