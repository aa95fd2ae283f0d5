package mappa.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.web.Badge;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// What one seat said, or that it is awaited, as shown to those who may know.
///
/// @param vote null while the seat is awaited
/// @param badge what the vote is worth, or what the seat waits for; null for one that counts
/// @param person name of who cast it
record ShownVote(
        String seat,
        @Nullable Vote vote,
        @Nullable Badge badge,
        @Nullable String reason,
        @Nullable Pathway pathway,
        @Nullable String person,
        @Nullable Instant at) {

    /// In the order in which they were cast.
    static List<ShownVote> of(List<VoteView> votes, Map<UUID, String> names) {
        return votes.stream()
                .sorted(Comparator.comparingInt(VoteView::sequence))
                .map(
                        vote ->
                                new ShownVote(
                                        vote.seat(),
                                        vote.vote(),
                                        badge(vote),
                                        vote.reason(),
                                        vote.pathway(),
                                        names.getOrDefault(
                                                vote.person(), Said.of("web.not-recorded")),
                                        vote.castAt()))
                .toList();
    }

    private static @Nullable Badge badge(VoteView vote) {
        return switch (vote.standing()) {
            case COUNTS ->
                    vote.confirms()
                            ? new Badge(Said.of("referral.ballot.confirmed"), "green")
                            : null;
            case TO_CONFIRM -> new Badge(Said.of("referral.ballot.to-confirm"), "orange");
            case SUPERSEDED -> new Badge(Said.of("referral.ballot.superseded"), "grey");
            case STRUCK_OUT -> new Badge(Said.of("referral.ballot.struck-out"), "purple");
            case AFTER_DECISION -> new Badge(Said.of("referral.ballot.after-decision"), "grey");
            case NO_BALLOT -> null;
        };
    }

    /// Seats that have not voted, for those who have; one to confirm is shown with its vote.
    static List<ShownVote> awaited(List<SeatProgress> seats) {
        var awaited = new ArrayList<ShownVote>();
        for (var seat : seats) {
            var badge =
                    switch (seat.state()) {
                        case OPEN -> new Badge(Said.of("referral.ballot.awaited"), "yellow");
                        case EMPTY -> new Badge(Said.of("referral.seat-state.EMPTY"), "grey");
                        case VOTED, UNCONFIRMED -> null;
                    };
            if (badge != null) {
                awaited.add(new ShownVote(seat.seat(), null, badge, null, null, null, null));
            }
        }
        return awaited;
    }
}
