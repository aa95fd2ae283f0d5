package mappa.transfer;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import mappa.caseload.CreatePerson.Verdict;
import org.jspecify.annotations.Nullable;

/// Take over a case that another area offers.
///
/// @param coordinator who answers for it here from now on
/// @param leadAgency agency of this area that leads
/// @param verdicts what comparing each person of this area who looks alike showed, by their id
public record AcceptTransfer(
        @NotNull UUID coordinator,
        @NotNull UUID leadAgency,
        @Nullable Map<UUID, Verdict> verdicts) {

    public AcceptTransfer {
        verdicts = verdicts == null ? Map.of() : Map.copyOf(verdicts);
    }
}
