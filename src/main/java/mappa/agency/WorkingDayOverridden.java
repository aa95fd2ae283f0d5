package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// An area made a day a working day, or took it from them.
public record WorkingDayOverridden(String area, LocalDate day, boolean working)
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
        return Map.of("day", day.toString(), "working", working);
    }
}
