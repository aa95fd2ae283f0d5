package mappa.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether a seat has voted, and nothing of how.
///
/// @param holder null if the seat is empty
/// @param conflict whether somebody left it because of a conflict of interest
public record SeatProgress(String seat, SeatState state, @Nullable UUID holder, boolean conflict) {

    static SeatProgress of(PanelSeat seat, ScreeningPanel panel) {
        return new SeatProgress(
                seat.code(),
                seat.state(),
                seat.holder(),
                panel.votes().stream()
                        .anyMatch(
                                vote ->
                                        vote.vote() == Vote.ABSTAIN_CONFLICT
                                                && vote.seat().equals(seat.code())));
    }
}
