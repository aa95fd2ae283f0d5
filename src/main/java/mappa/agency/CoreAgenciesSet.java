package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// An area said which agencies are asked to every meeting of a level.
public record CoreAgenciesSet(String area, int level, List<UUID> agencies, LocalDate from)
        implements Happened {

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
        return Map.of("level", level, "agencies", agencies, "from", from.toString());
    }
}
