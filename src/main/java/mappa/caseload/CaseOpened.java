package mappa.caseload;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// A person got a case in an area.
public record CaseOpened(UUID caseId, UUID personId, String area, String reference)
        implements Happened {

    @Override
    public Kind kind() {
        return Kind.COLLECT;
    }

    @Override
    public List<UUID> subjects() {
        return List.of(caseId, personId);
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("reference", reference);
    }
}
