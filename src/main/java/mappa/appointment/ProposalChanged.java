package mappa.appointment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;

/// An appointment was proposed, confirmed or refused.
public record ProposalChanged(
        UUID proposal, ProposalState state, @Nullable String area, UUID person, Role role)
        implements Happened {

    static ProposalChanged of(Proposal proposal) {
        return new ProposalChanged(
                proposal.id(),
                proposal.state(),
                proposal.area(),
                proposal.person(),
                proposal.role());
    }

    @Override
    public Kind kind() {
        return Kind.PERMISSION;
    }

    @Override
    public List<UUID> subjects() {
        return List.of();
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of(
                "proposal", proposal, "state", state.name(), "person", person, "role", role.name());
    }
}
