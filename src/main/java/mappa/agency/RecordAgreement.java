package mappa.agency;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records how an agreement with an agency stands; without days: that there is none.
///
/// @param version as it was read; -1 to overrule
public record RecordAgreement(
        UUID agency,
        AgreementKind kind,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate reviewDueOn,
        int version) {}
