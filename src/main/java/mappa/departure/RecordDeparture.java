package mappa.departure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records a departure from guidance.
///
/// @param rule number without the leading `R-`
/// @param thing the case or meeting that it is about; null for the whole area
/// @param reference of the thing, as shown; null for the whole area
/// @param what what is done instead: may say what belongs to the case
/// @param reason why: the board reads it, so nobody is named
/// @param from first and `to` last day
public record RecordDeparture(
        String rule,
        @Nullable UUID thing,
        @Nullable String reference,
        String what,
        String reason,
        @Nullable UUID approvedBy,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
