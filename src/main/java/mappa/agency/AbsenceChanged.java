package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// It was said when an agency cannot come, or taken back.
///
/// @param ended taken back
public record AbsenceChanged(String area, UUID agency, LocalDate from, LocalDate to, boolean ended)
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
        return Map.of(
                "agency", agency, "from", from.toString(), "to", to.toString(), "ended", ended);
    }
}
