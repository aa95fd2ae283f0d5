package mappa.caseload;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// Category, level, place or dates of a case changed.
public record CaseChanged(UUID caseId, UUID personId, String area, What what, Map<String, ?> detail)
        implements Happened {

    /// What changed; its name in the audit is this in kebab case.
    public enum What {
        CATEGORY_OPENED,
        CATEGORY_MOVED,
        CATEGORY_ENDED,
        LEVEL_SET,
        LEVEL_CORRECTED,
        LOCATION_RECORDED,
        SENTENCE_DATES_RECORDED,
        OWNER_NAMED,
        CIRCUMSTANCE_SET,
        CIRCUMSTANCE_ENDED
    }

    @Override
    public Kind kind() {
        return Kind.ALTER;
    }

    @Override
    public List<UUID> subjects() {
        return List.of(caseId, personId);
    }

    @Override
    public String name() {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
