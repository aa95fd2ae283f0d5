/// Files beside a record: taken only after their content was looked at, seen by whoever sees the
/// record, withdrawn with a reason and never deleted.
///
/// Knows no record: a feature that has files implements [FileHolder], which says who may read and
/// who may add. What a file is decides [FileType] by its content; its name and the sender's word
/// for its type decide nothing.
@NullMarked
package mappa.file;

import org.jspecify.annotations.NullMarked;
