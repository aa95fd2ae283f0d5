package mappa.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Time in custody or hospital. Whoever has no stay on a day is in the community that day; somebody
/// unlawfully at large is too, so that the clock does not stop for them.
///
/// @param from first day at the end of which the person was held
/// @param to day of release: at the end of it the person was in the community; a stay that ends on
///   the day it began lasted no day. Null while it lasts
public record Stay(Kind kind, LocalDate from, @Nullable LocalDate to) {

    /// Why its days do not count (R-MTG-04).
    public enum Kind {
        /// Prison or immigration detention.
        CUSTODY,
        HOSPITAL
    }

    public Stay {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "to: %s or later expected, found %s".formatted(from, to));
        }
    }
}
