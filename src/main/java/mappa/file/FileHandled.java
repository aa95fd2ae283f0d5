package mappa.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// Something was done with a file.
///
/// @param subjects ids of the record, and of what that is about
record FileHandled(What what, UUID file, HoldingRecord record, Map<String, ?> more)
        implements Happened {

    enum What {
        ADDED(Kind.COLLECT),
        OPENED(Kind.CONSULT),
        WITHDRAWN(Kind.ALTER);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public String name() {
        return "file-" + what.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<UUID> subjects() {
        return record.subjects();
    }

    @Override
    public Map<String, ?> detail() {
        var detail = new java.util.HashMap<String, Object>(more);
        detail.put("file", file);
        return detail;
    }
}
