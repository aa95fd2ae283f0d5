package mappa.qualityaudit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// Something happened to an audit. The cases of its sample are logged where their auditors are
/// given them.
public record QualityAuditChanged(What what, UUID audit, String area, Map<String, ?> detail)
        implements Happened {

    /// In the order in which they can first happen.
    public enum What {
        DRAWN(Kind.ALTER),
        SCORED(Kind.COLLECT),
        CORRECTED(Kind.COLLECT),
        FINISHED(Kind.ALTER),
        ACTION_AGREED(Kind.ALTER),
        ACTION_DONE(Kind.ALTER);

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
        return "quality-audit-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<UUID> subjects() {
        return List.of(audit);
    }
}
