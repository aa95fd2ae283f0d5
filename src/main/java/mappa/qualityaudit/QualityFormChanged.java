package mappa.qualityaudit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// A form of audits was begun, written or published.
public record QualityFormChanged(UUID form, String area, String what) implements Happened {

    @Override
    public Kind kind() {
        return Kind.ALTER;
    }

    @Override
    public List<UUID> subjects() {
        return List.of();
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("form", form, "what", what);
    }
}
