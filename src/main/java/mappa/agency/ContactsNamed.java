package mappa.agency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// It was said who speaks for an agency from now on.
///
/// @param before the point of contact until then
public record ContactsNamed(String area, UUID agency, @Nullable UUID before, Contacts now)
        implements Happened {

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
        var detail = new LinkedHashMap<String, Object>();
        detail.put("agency", agency);
        put(detail, "before", before);
        put(detail, "spoc", now.spoc());
        put(detail, "deputy", now.deputy());
        put(detail, "manager", now.manager());
        return detail;
    }

    private static void put(Map<String, Object> detail, String name, @Nullable UUID person) {
        if (person != null) {
            detail.put(name, person);
        }
    }
}
