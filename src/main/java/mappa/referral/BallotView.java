package mappa.referral;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member's ballot: the referral, their own votes and, once they have voted, the others'.
///
/// @param seat the member's own
/// @param own the member's votes on this referral, oldest first
/// @param others votes of the other seats, oldest first; empty while sealed
/// @param sealed whether the others' votes are hidden because the member has not voted (R-REF-08)
public record BallotView(
        ReferralView referral,
        String seat,
        SeatState state,
        List<VoteView> own,
        List<VoteView> others,
        boolean sealed,
        List<SeatProgress> seats,
        List<Earlier> earlier) {

    /// An earlier decision about the same person.
    ///
    /// @param level of an acceptance; otherwise null
    public record Earlier(UUID referral, @Nullable String reference, DecisionView decision) {}
}
