package mappa.meeting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// What was done about the individual's part in a meeting was recorded.
public record IndividualInvolved(
        UUID meeting,
        UUID person,
        UUID caseId,
        InvolvementKind what,
        InvolvedPerson who,
        boolean withheld)
        implements Happened {

    @Override
    public Kind kind() {
        return Kind.COLLECT;
    }

    @Override
    public List<UUID> subjects() {
        return List.of(meeting, person, caseId);
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("kind", what.name(), "who", who.name(), "withheld", withheld);
    }
}
