package mappa.caseload;

import java.util.List;
import java.util.UUID;
import mappa.audit.Happened;

/// Names or identifiers were added to a person's record.
public record PersonChanged(UUID personId, String area) implements Happened {

    @Override
    public Kind kind() {
        return Kind.ALTER;
    }

    @Override
    public List<UUID> subjects() {
        return List.of(personId);
    }
}
