package mappa.referral;

import mappa.web.Badge;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The words and colours of referrals and ballots, the same on every page.
final class ReferralBadges {

    private ReferralBadges() {}

    /// @param level at which it was accepted; null for every other state
    static Badge state(ReferralState state, @Nullable Integer level) {
        var words =
                level == null
                        ? Said.code("referral.state", state)
                        : Said.of("referral.state.ACCEPTED-at", level);
        return new Badge(
                words,
                switch (state) {
                    case DRAFT, DECLINED, WITHDRAWN, EXPIRED -> "grey";
                    case SUBMITTED -> "light-blue";
                    case INCOMPLETE, WAITING_FOR_REFERRER -> "yellow";
                    case IN_SCREENING -> "blue";
                    case ACCEPTED -> "green";
                });
    }

    /// What one's own seat waits for; null for somebody without a seat.
    static @Nullable Badge mine(@Nullable SeatState state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case EMPTY -> null;
            case OPEN -> new Badge(Said.of("referral.my-vote.open"), "yellow");
            case VOTED -> new Badge(Said.of("referral.my-vote.voted"), "blue");
            case UNCONFIRMED -> new Badge(Said.of("referral.my-vote.unconfirmed"), "orange");
        };
    }

    static @Nullable Badge urgent(boolean urgent) {
        return urgent ? new Badge(Said.of("referral.badge.urgent"), "red") : null;
    }
}
