package mappa.levelone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.schedule.LevelOneDue;
import mappa.web.Badge;
import org.jspecify.annotations.Nullable;

/// A case at Level 1 as those see it who answer for it.
///
/// @param owner name of the case owner; null if nobody is named
/// @param agency name of the lead agency; null if not recorded
/// @param dueOn of the next review; null while nothing sets a day
/// @param due badge of that day; null where it is far off
/// @param rule number of the rule that set the day
/// @param openPrompts how many wait for an answer
/// @param reviews of the case, the last first; empty in lists, as are `prompts`
public record LevelOneView(
        UUID id,
        UUID caseId,
        String reference,
        LocalDate since,
        @Nullable String owner,
        @Nullable String agency,
        @Nullable LocalDate heldOn,
        @Nullable LocalDate dueOn,
        @Nullable Badge due,
        LevelOneDue.Basis basis,
        String rule,
        boolean open,
        long openPrompts,
        List<Review> reviews,
        List<Prompt> prompts) {

    /// @param inTime whether it was held by the day that was set (K-17)
    /// @param sharedWith names of the agencies that were given the plan
    public record Review(
            UUID id,
            ReviewMode mode,
            LocalDate heldOn,
            boolean inTime,
            String tookPart,
            String evidence,
            String sharedWith,
            LocalDate sharedOn,
            ReviewOutcome outcome,
            String reasons,
            Instant at,
            String by) {}

    /// @param detail what was reported; null where the case says it
    /// @param by who reported it; null where the case says it
    /// @param ending what came of it; null while it waits
    public record Prompt(
            UUID id,
            PromptKind kind,
            LocalDate since,
            @Nullable String detail,
            Instant at,
            @Nullable String by,
            @Nullable PromptEnd ending,
            @Nullable String reason,
            @Nullable String endedBy) {

        /// Name of the field for the reason of its dismissal; each prompt on the page has its own.
        public String field() {
            return "reason-" + id;
        }
    }

    public String path() {
        return LevelOneService.page(id);
    }

    public String path(String end) {
        return path() + end;
    }

    public String path(Prompt prompt, String end) {
        return path() + "/prompts/" + prompt.id() + end;
    }
}
