package mappa.meeting;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Says at a meeting what became of an earlier action.
///
/// @param words the result, or the reason
/// @param dueOn the new day; null unless one is agreed
public record AnswerAction(
        @NotNull ActionOutcome outcome, @NotNull String words, @Nullable LocalDate dueOn) {}
