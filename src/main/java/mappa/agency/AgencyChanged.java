package mappa.agency;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// An agency was added, described anew, ended or reopened.
public record AgencyChanged(What what, String area, UUID agency) implements Happened {

    public enum What {
        ADDED,
        CHANGED,
        ENDED,
        REOPENED
    }

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
        return Map.of("agency", agency);
    }

    @Override
    public String name() {
        return "agency-" + what.name().toLowerCase();
    }
}
