package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// It was recorded how an agreement with an agency stands.
public record AgreementRecorded(
        String area, UUID agency, AgreementKind agreement, @Nullable LocalDate reviewDueOn)
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
        return Map.of(
                "agency",
                agency,
                "agreement",
                agreement.name(),
                "reviewDueOn",
                reviewDueOn == null ? "none" : reviewDueOn.toString());
    }
}
