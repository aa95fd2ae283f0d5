package mappa.agency;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// An area or somebody's appointment was added, or somebody's ended.
///
/// @param area null for what belongs to no area
/// @param detail ids and codes, never a name
public record InstallationChanged(What what, @Nullable String area, Map<String, ?> detail)
        implements Happened {

    public enum What {
        AREA_ADDED,
        APPOINTED,
        APPOINTMENT_ENDED
    }

    @Override
    public Kind kind() {
        return what == What.AREA_ADDED ? Kind.ALTER : Kind.PERMISSION;
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
