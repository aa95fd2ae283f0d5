package mappa.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A body that the law makes a Responsible Authority or gives the duty to co-operate (section 2 of
/// the reference).
///
/// @param from null since the arrangements began
/// @param to last day; null while it stands
public record StatutoryBody(
        String code,
        AgencyKind kind,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    boolean standsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
