package mappa.task;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A page of the list: overdue first, then by due day, then without one.
///
/// @param total how many match the filter in all
/// @param kinds kinds that occur in the view, for the filter
/// @param next where the following page begins; null on the last
public record TaskPage(
        List<WorkItemSummary> items, long total, Set<String> kinds, @Nullable String next) {}
