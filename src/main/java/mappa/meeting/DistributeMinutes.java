package mappa.meeting;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Gives approved minutes to agencies.
public record DistributeMinutes(List<To> to) {

    public DistributeMinutes {
        to = List.copyOf(to);
    }

    /// @param heldBack sections that the agency does not get; empty for all of them
    public record To(UUID agency, Set<RecordSection> heldBack) {}
}
