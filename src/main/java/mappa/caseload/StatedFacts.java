package mappa.caseload;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a referral says about where somebody is and about the dates of the sentence.
///
/// @param location null if it does not say
/// @param days those that it gives
public record StatedFacts(@Nullable Location location, Map<DateKind, LocalDate> days) {

    public StatedFacts {
        days = Map.copyOf(days);
    }
}
