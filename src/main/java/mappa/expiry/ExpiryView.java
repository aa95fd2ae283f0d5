package mappa.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.web.Badge;
import org.jspecify.annotations.Nullable;

/// A category that ends, as its reader sees it.
///
/// @param category number of the category
/// @param endsOn its last day
/// @param decideBy the last day for a decision in time
/// @param escalateOn the day on which all coordinators are asked
/// @param choice what was decided for that day; null if nothing
/// @param passed whether that day came without a decision
/// @param due badge of the last day for a decision; null where it is far off or decided
/// @param openActions agreed actions of the case that nobody has ended
/// @param decisions the last first; empty in lists
public record ExpiryView(
        UUID id,
        UUID caseId,
        String reference,
        int category,
        int level,
        LocalDate endsOn,
        LocalDate decideBy,
        LocalDate escalateOn,
        @Nullable ExpiryChoice choice,
        @Nullable LocalDate decidedOn,
        boolean passed,
        @Nullable Badge due,
        @Nullable ExpiryOutcome outcome,
        long openActions,
        List<Decision> decisions) {

    /// @param inTime whether it was taken before the date (K-20)
    public record Decision(
            ExpiryChoice choice,
            LocalDate endsOn,
            boolean inTime,
            String reasons,
            @Nullable String harm,
            @Nullable String conviction,
            @Nullable String handedOver,
            Instant at,
            String by) {}

    public String path() {
        return ExpiryService.page(id);
    }
}
