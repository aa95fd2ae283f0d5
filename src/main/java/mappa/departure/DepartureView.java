package mappa.departure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A departure from guidance as its reader may see it.
///
/// @param words key of the rule in words; null where no feature knows the rule any more
/// @param reference of the case that it is about; null for the whole area, and where it is not
///   shown
/// @param what what is done instead; null where it is not shown to the reader
/// @param isStanding whether it allows anything today
public record DepartureView(
        UUID id,
        String rule,
        @Nullable String words,
        String reason,
        String approvedBy,
        LocalDate from,
        LocalDate to,
        String recordedBy,
        Instant recordedAt,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy,
        @Nullable String reference,
        @Nullable String what,
        boolean isStanding) {}
