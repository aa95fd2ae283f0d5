package mappa.levelone;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records a review at Level 1.
///
/// @param heldOn not in the future; of a review on paper the day on which it was finished
/// @param tookPart who, by name and role
/// @param evidence what was looked at and what it showed (R-L1-07)
/// @param sharedWith agencies that were given the plan after it (R-L1-04)
/// @param reasons for the outcome
public record RecordReview(
        @Nullable ReviewMode mode,
        @Nullable LocalDate heldOn,
        String tookPart,
        String evidence,
        List<UUID> sharedWith,
        @Nullable LocalDate sharedOn,
        @Nullable ReviewOutcome outcome,
        String reasons) {

    public RecordReview {
        sharedWith = List.copyOf(sharedWith);
    }
}
