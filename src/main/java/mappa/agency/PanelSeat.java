package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A seat of an area's panel and who sits on it now.
///
/// @param code for example `POLICE_DI`; its words are `agency.seat.POLICE_DI`
/// @param holder null if nobody is named, or the one who was no longer has the role
/// @param deputy who takes over when the holder is away or has a conflict of interest; null
///   likewise
/// @param from since when this is so; null if nobody was ever named
public record PanelSeat(
        String code, @Nullable UUID holder, @Nullable UUID deputy, @Nullable LocalDate from) {

    /// Deputies in the order in which they are called.
    public List<UUID> deputies() {
        return deputy == null ? List.of() : List.of(deputy);
    }
}
