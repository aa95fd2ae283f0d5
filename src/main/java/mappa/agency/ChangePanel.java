package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets the seats of the own area's panel and the votes needed from a day on.
///
/// @param version how often the seats had been set when they were read; -1 to overrule
public record ChangePanel(
        List<Seat> seats, int votesNeeded, @Nullable LocalDate from, int version) {}
