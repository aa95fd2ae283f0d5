package mappa.meeting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action that came with a case from another area.
///
/// @param formerAgency that had it there; null if none was settled
/// @param dueOn null if none was settled
/// @param said what that agency said of it, or why it was closed here; null if nothing
/// @param agency of this area that has it now; null while none was asked
/// @param unsettled whether it is still to be given to an agency or closed
public record CameAlongAction(
        UUID id,
        int number,
        String what,
        @Nullable String formerAgency,
        @Nullable LocalDate dueOn,
        @Nullable String said,
        @Nullable String agency,
        ActionState state,
        boolean unsettled) {

    @Override
    public String toString() {
        return "CameAlongAction[" + id + "]"; // must not reach a log
    }
}
