package mappa.meeting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// Somebody above was told that an agency stays away from meetings, or said what came of it.
///
/// @param recipients ids of the accounts who are told; empty when it is answered
public record AgencyAbsent(
        UUID escalation,
        UUID agency,
        String area,
        AbsenceStep step,
        int absences,
        boolean answered,
        List<UUID> recipients)
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
        return Map.of("agency", agency, "step", step, "absences", absences, "answered", answered);
    }
}
