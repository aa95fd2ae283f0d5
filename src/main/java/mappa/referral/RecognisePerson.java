package mappa.referral;

import java.util.Map;
import java.util.UUID;
import mappa.caseload.Category;
import mappa.caseload.CreatePerson;
import mappa.caseload.PersonDetails;
import org.jspecify.annotations.Nullable;

/// Says who a referral is about: somebody who is recorded, or a new record.
///
/// @param verdicts what comparing each near-duplicate showed, by its id; one that is the same is
///   whom it is about
/// @param category statutory category to open at Level 1 if none is open; null for Category 3 and
///   discretionary 4, which acceptance opens
/// @param leadAgency of that category; null without one
/// @param reason why the level is 1, for its record
public record RecognisePerson(
        PersonDetails details,
        Map<UUID, CreatePerson.Verdict> verdicts,
        @Nullable Category category,
        @Nullable UUID leadAgency,
        String reason) {}
