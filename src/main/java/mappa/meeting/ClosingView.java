package mappa.meeting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a meeting can be closed, and what that does.
///
/// @param blockers without which it cannot, in the order of the record
/// @param warnings that do not stop it
/// @param level from then on; 1 where the case leaves
/// @param nextBy by when the next meeting is held; null where there is none, or nobody has said yet
/// @param actions how many are sent to their agencies
/// @param draftDueOn last day for the draft of its minutes
public record ClosingView(
        List<Blocker> blockers,
        List<Blocker> warnings,
        int level,
        @Nullable LocalDate nextBy,
        int actions,
        LocalDate draftDueOn) {

    public ClosingView {
        blockers = List.copyOf(blockers);
        warnings = List.copyOf(warnings);
    }
}
