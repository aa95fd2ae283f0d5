package mappa.agency;

import java.util.List;
import java.util.UUID;
import mappa.task.WorkItemSummary;

/// What hangs on an agency: looked at before it ends.
///
/// @param open work that is asked of it or held by its people
/// @param people those appointed for it, by name
public record AgencyWork(List<WorkItemSummary> open, List<Named> people) {

    /// Somebody with the role that they hold for it.
    public record Named(UUID appointment, String name, mappa.identity.Role role) {}
}
