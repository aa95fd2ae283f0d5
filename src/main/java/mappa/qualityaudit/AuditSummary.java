package mappa.qualityaudit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far an audit is.
///
/// @param level null for all
/// @param firstScored samples that the first scorer has scored; `secondScored` is null without a
///   second one
/// @param average with which it finished; null before
public record AuditSummary(
        UUID id,
        String title,
        AuditKind kind,
        LocalDate from,
        LocalDate to,
        @Nullable Integer level,
        int size,
        int firstScored,
        @Nullable Integer secondScored,
        @Nullable Instant finishedAt,
        @Nullable Average average) {

    static AuditSummary of(QualityAudit of, List<QualitySample> samples) {
        return new AuditSummary(
                of.id(),
                of.title(),
                of.kind(),
                of.fromOn(),
                of.toOn(),
                of.level().orElse(null),
                of.size(),
                scored(samples, false),
                of.secondScorer().isPresent() ? scored(samples, true) : null,
                of.finishedAt().orElse(null),
                of.average().orElse(null));
    }

    private static int scored(List<QualitySample> samples, boolean second) {
        return (int) samples.stream().filter(one -> one.scoredAt(second).isPresent()).count();
    }

    public boolean finished() {
        return finishedAt != null;
    }

    /// Whether every sample has all its scores.
    public boolean scored() {
        return firstScored == size && (secondScored == null || secondScored == size);
    }
}
