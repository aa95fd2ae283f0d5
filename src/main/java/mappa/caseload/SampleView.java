package mappa.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The samples that a case is in now, and what can be given.
///
/// @param latest last day that can be chosen
public record SampleView(List<Held> held, List<Auditor> auditors, LocalDate latest) {

    /// @param until the moment from which the auditor no longer reads it
    public record Held(String auditor, Instant until) {}

    /// An auditor of the area.
    public record Auditor(UUID id, String name) {}
}
