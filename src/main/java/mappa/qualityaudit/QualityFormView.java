package mappa.qualityaudit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A form and what it asks.
///
/// @param earlierId the form whose next version it is; null for a new one
/// @param publishedAt null for a draft
public record QualityFormView(
        UUID id,
        int version,
        AuditKind kind,
        ScoreScale scale,
        String title,
        List<FormPart> parts,
        @Nullable UUID earlierId,
        @Nullable Instant publishedAt) {

    static QualityFormView of(QualityForm of) {
        return new QualityFormView(
                of.id(),
                of.version(),
                of.kind(),
                of.scale(),
                of.title(),
                of.parts(),
                of.earlier().orElse(null),
                of.publishedAt().orElse(null));
    }

    public boolean published() {
        return publishedAt != null;
    }

    public int items() {
        return parts.stream().mapToInt(part -> part.items().size()).sum();
    }
}
