package mappa.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the panel has, and what it decided lately.
///
/// @param open soonest due first
/// @param decided in the last 28 days, last first
public record ScreeningView(List<Line> open, List<ReferralSummary> decided) {

    /// @param mine state of the reader's own seat; null if they hold none
    /// @param seats progress of all seats, for the unit; empty for others
    /// @param substituteNeeded whether an empty seat must be filled for the panel to decide
    public record Line(
            ReferralSummary referral,
            @Nullable SeatState mine,
            List<SeatProgress> seats,
            boolean substituteNeeded) {}
}
