package mappa.caseload;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Write down an address of a person.
public record RecordAddress(
        AddressKind kind,
        String address,
        LocalDate from,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate verifiedOn) {}
