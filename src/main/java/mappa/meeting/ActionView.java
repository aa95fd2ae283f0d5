package mappa.meeting;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action as the meeting that looks at it, or its agency, sees it.
///
/// @param agency null if not settled yet
/// @param owner one person of the agency; null for its single point of contact
/// @param firstDueOn the day that was agreed first
/// @param given whether its agency was asked
/// @param result what the agency said when it claimed to be done; null if it has not
/// @param outcome what the meeting said of it; null if nothing yet, or no meeting is asked about
/// @param words result or reason of that
public record ActionView(
        UUID id,
        int version,
        UUID meetingId,
        String reference,
        int number,
        String what,
        @Nullable UUID agencyId,
        @Nullable String agency,
        @Nullable UUID ownerId,
        @Nullable String owner,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate firstDueOn,
        @Nullable ActionLink serves,
        @Nullable String power,
        ActionState state,
        boolean given,
        boolean complete,
        @Nullable String result,
        @Nullable ActionOutcome outcome,
        @Nullable String words) {

    static ActionView of(
            AgreedAction of,
            @Nullable ActionAnswer answer,
            Map<UUID, String> people,
            Map<UUID, String> agencies) {
        return new ActionView(
                of.id(),
                of.version(),
                of.meetingId(),
                of.reference(),
                of.number(),
                of.what(),
                of.agency().orElse(null),
                of.agency().map(agencies::get).orElse(null),
                of.owner().orElse(null),
                of.owner().map(people::get).orElse(null),
                of.dueOn().orElse(null),
                of.firstDueOn().orElse(null),
                of.serves().orElse(null),
                of.power().orElse(null),
                of.state(),
                of.isGiven(),
                of.isComplete(),
                of.result().orElse(null),
                answer == null ? null : answer.outcome(),
                answer == null ? null : answer.words());
    }
}
