package mappa.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// Something that was done, or is withheld, as shown.
public record InvolvementView(
        UUID id,
        UUID meetingId,
        InvolvementKind kind,
        InvolvedPerson who,
        boolean withheld,
        LocalDate doneOn,
        String text,
        String recordedBy,
        Instant recordedAt) {

    static InvolvementView of(Involvement one, Map<UUID, String> people) {
        return new InvolvementView(
                one.id(),
                one.meetingId(),
                one.kind(),
                one.who(),
                one.isWithheld(),
                one.doneOn(),
                one.text(),
                people.getOrDefault(one.recordedBy(), ""),
                one.recordedAt());
    }

    @Override
    public String toString() {
        return "InvolvementView[" + id + "]"; // what somebody wrote must not reach a log
    }
}
