package mappa.task;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a feature says about a piece of work: what it belongs to, who is asked, by when, and where
/// it is done.
///
/// @param area code of the area
/// @param caseId null before there is a case
/// @param reference shown to everyone who sees the work; never a name
/// @param path page where it is done, for example `/referrals/…/ballot`; null for a kind that no
///   page knows, which is then done on its own page
/// @param audience principals who may take it; empty for the holders of the candidate role
/// @param holder who has it from the start; null if it is to be taken
/// @param agency agency that is asked; null if none in particular
/// @param dueOn last day; null where there is none
/// @param dueBasis where the day comes from, as a key of the message bundles; null with no day
public record TaskDetails(
        String area,
        @Nullable UUID caseId,
        @Nullable String reference,
        @Nullable String path,
        List<String> audience,
        @Nullable UUID holder,
        @Nullable UUID agency,
        @Nullable LocalDate dueOn,
        @Nullable String dueBasis) {

    public TaskDetails {
        audience = List.copyOf(audience);
    }
}
