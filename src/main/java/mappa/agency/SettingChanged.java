package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// An area gave a setting another value.
///
/// @param value as stored; of a text the audit keeps only that it changed
public record SettingChanged(String area, Setting setting, String value, LocalDate from)
        implements Happened {

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
        return setting.unit() == Setting.Unit.TEXT
                ? Map.of("setting", setting.path(), "from", from.toString())
                : Map.of("setting", setting.path(), "from", from.toString(), "value", value);
    }
}
