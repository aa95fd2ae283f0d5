package mappa.task;

import mappa.web.Badge;
import org.jspecify.annotations.Nullable;

/// A piece of work with the words that a list shows.
///
/// @param what what is to be done
/// @param due badge of the due day; null where it is far away or there is none
/// @param asked who is asked, in words
public record TaskRow(WorkItemSummary item, String what, @Nullable Badge due, String asked) {}
