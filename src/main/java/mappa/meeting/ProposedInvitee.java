package mappa.meeting;

import java.util.List;
import java.util.UUID;

/// An agency that should be asked, and why.
///
/// @param name of the agency
/// @param relevance CORE for one that is only left out with a reason
/// @param reasons codes, for example `CORE_LEVEL_2`, `LEAD`, `CHILD`; empty where nothing speaks
///   for it, and [#against()] says what was looked at
public record ProposedInvitee(
        UUID agency, String name, Relevance relevance, List<InviteReason> reasons) {

    public ProposedInvitee {
        reasons = List.copyOf(reasons);
    }

    public boolean isProposed() {
        return !reasons.isEmpty();
    }
}
