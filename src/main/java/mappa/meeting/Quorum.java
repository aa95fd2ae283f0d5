package mappa.meeting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import mappa.agency.AgencyView;
import org.jspecify.annotations.Nullable;

/// Whether those who must be there are there (R-MTG-09; no public number was found, so it is local
/// policy).
///
/// @param missing in the order of the enum; empty where the meeting is quorate
public record Quorum(List<Part> missing) {

    /// Who must be there.
    public enum Part {
        CHAIR,
        POLICE,
        PROBATION,
        LEAD_AGENCY
    }

    public Quorum {
        missing = List.copyOf(missing);
    }

    /// @param chair whether the chair is there
    /// @param there agencies of which somebody is there
    /// @param agencies of the area
    /// @param lead null if not recorded: then nobody can be there for it
    static Quorum of(
            boolean chair, Collection<UUID> there, List<AgencyView> agencies, @Nullable UUID lead) {
        var missing = new ArrayList<Part>();
        if (!chair) {
            missing.add(Part.CHAIR);
        }
        for (var part : List.of(Part.POLICE, Part.PROBATION)) {
            if (agencies.stream()
                    .noneMatch(one -> part.name().equals(one.body()) && there.contains(one.id()))) {
                missing.add(part);
            }
        }
        if (lead == null || !there.contains(lead)) {
            missing.add(Part.LEAD_AGENCY);
        }
        return new Quorum(missing);
    }

    public boolean isQuorate() {
        return missing.isEmpty();
    }
}
