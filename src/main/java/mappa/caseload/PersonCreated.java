package mappa.caseload;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// A record was made for a person after those that look alike had been compared.
///
/// @param comparedWith how many look alike
public record PersonCreated(UUID personId, String area, int comparedWith) implements Happened {

    @Override
    public Kind kind() {
        return Kind.COLLECT;
    }

    @Override
    public List<UUID> subjects() {
        return List.of(personId);
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("comparedWith", comparedWith);
    }
}
