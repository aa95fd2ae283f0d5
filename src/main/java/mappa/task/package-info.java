/// The one list of everything anyone is asked to do.
///
/// A process asks through [mappa.process.UserTasks]; what is asked, of whom and by when is said by
/// the feature that owns the thing, its [TaskSource]. Features open, complete, withdraw and
/// reassign work in the transaction of their own change, through [WorkItemService]; people take it,
/// put it back and give it on. Work is done on the page of its thing: only work of a kind that no
/// page knows is done here.
@NullMarked
package mappa.task;

import org.jspecify.annotations.NullMarked;
