package mappa.agency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says who sits on a seat of the own area's panel and who takes over, from a day on.
///
/// @param version how often it had been said when it was read; -1 to overrule
public record NameSeat(
        Seat seat,
        @Nullable UUID holder,
        @Nullable UUID deputy,
        @Nullable LocalDate from,
        int version) {}
