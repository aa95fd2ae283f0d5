package mappa.meeting;

import java.time.LocalDate;
import java.util.UUID;

/// One thing that was done, or is withheld.
///
/// @param meeting the one that it was done before or after
/// @param withheld decided not to be done
/// @param doneOn day on which it was done or decided
/// @param text how, or what they wrote; of what is withheld why
public record RecordInvolvement(
        UUID meeting,
        InvolvementKind kind,
        InvolvedPerson who,
        boolean withheld,
        LocalDate doneOn,
        String text) {

    @Override
    public String toString() {
        return "RecordInvolvement[" + kind + "]"; // what somebody wrote must not reach a log
    }
}
