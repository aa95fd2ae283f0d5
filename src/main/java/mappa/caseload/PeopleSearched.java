package mappa.caseload;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// Somebody looked for people. What they typed is about a person and is kept nowhere here.
///
/// @param subjects those who were found
/// @param by kinds of criteria, as codes
public record PeopleSearched(
        List<UUID> subjects, String name, @Nullable String purpose, List<String> by)
        implements Happened {

    @Override
    public Kind kind() {
        return Kind.CONSULT;
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("by", by, "found", subjects.size());
    }
}
