package mappa.meeting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The individual's part in the meetings of a case.
///
/// @param child null if the date of birth is not recorded
/// @param meetings those that the reader may see, the last first
/// @param done in the order in which it was done
public record ContributionsView(
        UUID caseId,
        String reference,
        @Nullable Boolean child,
        List<MeetingView> meetings,
        List<InvolvementView> done) {}
