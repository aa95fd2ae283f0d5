package mappa.caseload;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address of a person.
///
/// @param to null while it lasts
/// @param approvedOn null if nobody approved it; `verifiedOn` likewise
public record AddressView(
        UUID id,
        AddressKind kind,
        String address,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate verifiedOn) {

    static AddressView of(PersonAddress address) {
        return new AddressView(
                address.id(),
                address.kind(),
                address.address(),
                address.from(),
                address.to(),
                address.approvedOn(),
                address.verifiedOn());
    }

    @Override
    public String toString() {
        return "AddressView " + id; // the rest must not reach a log
    }
}
