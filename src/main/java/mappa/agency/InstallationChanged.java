package mappa.agency;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// An area, an agency or somebody's appointment was added.
///
/// @param area null for what belongs to no area
/// @param detail ids and codes, never a name
public record InstallationChanged(What what, @Nullable String area, Map<String, ?> detail)
        implements Happened {

    public enum What {
        AREA_ADDED,
        AGENCY_ADDED,
        APPOINTED
    }

    @Override
    public Kind kind() {
        return what == What.APPOINTED ? Kind.PERMISSION : Kind.ALTER;
    }

    @Override
    public List<UUID> subjects() {
        return List.of();
    }

    @Override
    public String name() {
        return what.name().toLowerCase().replace('_', '-');
    }
}
