package mappa.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The panel of an area: its seats, who sits on them, and how many must agree.
///
/// @param version how often the seats were set
public record PanelView(String area, List<SeatView> seats, int votesNeeded, int version) {

    /// Somebody as they are shown.
    public record Named(UUID id, String name) {}

    /// A seat as it stands today.
    ///
    /// @param holder null if it is empty
    /// @param holderLeft whether the holder no longer has the seat's role, so that it counts as
    ///   empty
    /// @param deputyLeft the same of the deputy
    /// @param eligible who could be named, by name
    /// @param history the latest first
    public record SeatView(
            Seat seat,
            @Nullable Named holder,
            boolean holderLeft,
            @Nullable Named deputy,
            boolean deputyLeft,
            @Nullable LocalDate from,
            int version,
            List<Named> eligible,
            List<Entry> history) {}

    /// One naming and when it counts from.
    public record Entry(
            @Nullable Named holder,
            @Nullable Named deputy,
            LocalDate from,
            String changedBy,
            Instant at,
            boolean isToCome) {}
}
