package mappa.qualityaudit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What can be chosen when an audit is set up.
///
/// @param forms published ones
/// @param earlier finished ones, the last first
/// @param lastDay to which reading can be given at most
public record AuditOptions(
        List<QualityFormView> forms,
        List<Named> auditors,
        List<AuditSummary> earlier,
        LocalDate lastDay) {

    /// Somebody, by name.
    public record Named(UUID id, String name) {}
}
