package mappa.departure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of departures, the last recorded first.
///
/// @param next departure after which the next page begins; null on the last
public record DepartureList(List<DepartureView> rows, @Nullable UUID next) {}
