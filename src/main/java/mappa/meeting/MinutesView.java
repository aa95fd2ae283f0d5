package mappa.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mappa.document.Part;
import org.jspecify.annotations.Nullable;

/// Minutes as their reader may see them.
///
/// @param parts in the order of the form; where they are approved as they were then
/// @param heldBack sections that the reader does not get
/// @param texts of the draft; empty for whoever does not write or approve it
/// @param notes what the chair wants changed in this draft; null if nothing
public record MinutesView(
        MinutesSummary summary,
        UUID cycleId,
        UUID chairId,
        String chair,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        List<Part> parts,
        Set<RecordSection> heldBack,
        List<Text> texts,
        @Nullable String notes,
        List<Recipient> recipients,
        List<Addendum> addenda) {

    /// @param saves how often it was saved: whoever saves says which one they had read
    public record Text(
            RecordSection section,
            String text,
            int saves,
            @Nullable String savedBy,
            Instant savedAt) {}

    /// @param person who was told; null where the agency names nobody
    public record Recipient(
            UUID agencyId,
            String agency,
            @Nullable String person,
            DistributionReason reason,
            Set<RecordSection> heldBack,
            Instant sentAt) {}

    /// @param section that it corrects; null for the whole
    public record Addendum(
            int number,
            @Nullable RecordSection section,
            String what,
            String why,
            String by,
            Instant at) {}

    public UUID id() {
        return summary.id();
    }

    public MinutesState state() {
        return summary.state();
    }

    @Override
    public String toString() {
        return "MinutesView[" + summary.id() + "]"; // must not reach a log
    }
}
