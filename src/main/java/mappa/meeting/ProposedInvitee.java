package mappa.meeting;

import java.util.List;
import java.util.UUID;

/// An agency of the area: why it should be asked to a meeting, or why not.
///
/// @param name of the agency
/// @param relevance CORE for one that is only left out with a reason
/// @param reasons codes, for example `CORE`, `LEAD`, `CHILD`; empty where nothing speaks for it
/// @param against what was looked at and does not speak for it; empty for one that is proposed
public record ProposedInvitee(
        UUID agency,
        String name,
        Relevance relevance,
        List<InviteReason> reasons,
        List<LeftOutReason> against) {

    public ProposedInvitee {
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
    }

    public boolean isProposed() {
        return !reasons.isEmpty() && !isBarred();
    }

    /// Whether it may not be asked, whatever speaks for it.
    public boolean isBarred() {
        return against.contains(LeftOutReason.NO_AGREEMENT);
    }
}
