package mappa.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One vote with its reason.
///
/// @param standing whether it counts, is superseded or struck out
/// @param confirms whether it repeats a vote of an earlier round
public record VoteView(
        UUID id,
        int sequence,
        int round,
        String seat,
        UUID person,
        Vote vote,
        String reason,
        @Nullable Pathway pathway,
        boolean confirms,
        Standing standing,
        Instant castAt) {

    /// What a vote is worth now.
    public enum Standing {
        COUNTS,
        /// From before an answer; counts when confirmed.
        TO_CONFIRM,
        /// Followed by a later one of the same seat.
        SUPERSEDED,
        /// Its voter declared a conflict of interest afterwards.
        STRUCK_OUT,
        /// A question or a conflict: no ballot.
        NO_BALLOT,
        /// A view that the decision did not wait for.
        AFTER_DECISION
    }

    static VoteView of(PanelVote vote, ScreeningPanel panel) {
        return new VoteView(
                vote.id(),
                vote.sequence(),
                vote.round(),
                vote.seat(),
                vote.person(),
                vote.vote(),
                vote.reason(),
                vote.pathway(),
                vote.confirms() != null,
                standing(vote, panel),
                vote.castAt());
    }

    private static Standing standing(PanelVote vote, ScreeningPanel panel) {
        if (vote.isAfterDecision()) {
            return Standing.AFTER_DECISION;
        }
        if (!vote.vote().isBallot()) {
            return Standing.NO_BALLOT;
        }
        for (var seat : panel.seats()) {
            if (vote.id().equals(seat.standing())) {
                return seat.state() == SeatState.VOTED ? Standing.COUNTS : Standing.TO_CONFIRM;
            }
        }
        return panel.conflicted().contains(vote.person())
                ? Standing.STRUCK_OUT
                : Standing.SUPERSEDED;
    }
}
