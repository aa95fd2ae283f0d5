package mappa.departure;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// A departure from guidance was recorded, or ended before its time.
public record DepartureRecorded(
        UUID departure, String area, String rule, @Nullable UUID thing, boolean ended)
        implements Happened {

    @Override
    public Kind kind() {
        return Kind.ALTER;
    }

    @Override
    public List<UUID> subjects() {
        return thing == null ? List.of() : List.of(thing);
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("departure", departure, "rule", rule, "ended", ended);
    }
}
