package mappa.transfer;

import org.jspecify.annotations.Nullable;

/// One part of the package: there, or missing for a named reason. Never silently left out
/// (R-TRF-05).
///
/// @param number how many there are
/// @param missing why it is not there, or not all of it; null if nothing is missing
record Content(PackagePart part, int number, @Nullable Missing missing) {

    /// Why a part is not there, or not whole.
    enum Missing {
        /// No minutes were approved, and it stands in the minutes.
        NO_APPROVED_MINUTES,
        /// Minutes of a meeting that was held are still a draft: they follow with their approval.
        DRAFT_MINUTES,
        /// There are none.
        NONE,
        /// This service keeps no record of it: it goes by another way.
        NOT_KEPT_HERE
    }
}
