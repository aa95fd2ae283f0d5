package mappa.qualityaudit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draw, done again from its seed: everything that could be drawn in the order of its tickets.
///
/// @param same whether it is the sample that the audit has
public record DrawView(AuditSummary audit, String seed, List<Line> lines, boolean same) {

    /// @param number of the sample that it became; null if it was not drawn
    public record Line(String id, String reference, String ticket, @Nullable Integer number) {}
}
