package mappa.agency;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// An area said which agencies are asked on an occasion.
public record OccasionSet(String area, Occasion occasion, List<UUID> agencies) implements Happened {

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
        return Map.of("occasion", occasion, "agencies", agencies);
    }
}
