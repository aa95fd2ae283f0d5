package mappa.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// A case was put into an auditor's sample.
///
/// @param subjects the case, its person and what hangs on it
/// @param until last day on which the auditor reads it
public record SampleGiven(UUID auditor, List<UUID> subjects, String area, LocalDate until)
        implements Happened {

    @Override
    public Kind kind() {
        return Kind.PERMISSION;
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("auditor", auditor, "until", until);
    }
}
