package mappa.caseload;

import java.util.List;
import java.util.UUID;
import mappa.audit.Happened;

/// Somebody checked that a person is not eligible.
public record PersonChecked(UUID personId, String area) implements Happened {

    @Override
    public Kind kind() {
        return Kind.COLLECT;
    }

    @Override
    public List<UUID> subjects() {
        return List.of(personId);
    }
}
