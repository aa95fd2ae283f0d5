package mappa.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// An auditor was given a sample of cases for a time.
record SampleGiven(UUID auditor, List<UUID> subjects, String until) implements Happened {

    @Override
    public Kind kind() {
        return Kind.PERMISSION;
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("auditor", auditor, "until", until);
    }
}
