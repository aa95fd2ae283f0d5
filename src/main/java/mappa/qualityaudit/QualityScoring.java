package mappa.qualityaudit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// How one scorer scored one sample. Never changed: a correction is the next number, with its
/// reason, and the last one counts.
@Entity
@Immutable
class QualityScoring {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(name = "audit_id")
    private UUID audit;

    @Column(name = "sample_id")
    private UUID sample;

    @Column(name = "scorer_id")
    private UUID scorer;

    private int number;
    private @Nullable String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ItemScore> scores;

    /// One of each part of the form, empty where nothing is to be said.
    private String[] comments;

    private String[] themes;
    private @Nullable String ownTheme;
    private Instant scoredAt;

    protected QualityScoring() {} // for Hibernate

    QualityScoring(QualitySample sample, int number, ScoreSample command, UUID by, Instant now) {
        audit = sample.audit();
        this.sample = sample.id();
        scorer = by;
        this.number = number;
        reason = number == 1 ? null : command.reason();
        scores = List.copyOf(command.scores());
        comments = command.comments().toArray(String[]::new);
        themes = command.themes().stream().sorted().map(AuditTheme::name).toArray(String[]::new);
        ownTheme = command.ownTheme();
        scoredAt = now;
    }

    UUID sample() {
        return sample;
    }

    UUID scorer() {
        return scorer;
    }

    int number() {
        return number;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    List<ItemScore> scores() {
        return scores;
    }

    List<String> comments() {
        return List.of(comments);
    }

    List<AuditTheme> themes() {
        return Arrays.stream(themes).map(AuditTheme::valueOf).toList();
    }

    Optional<String> ownTheme() {
        return Optional.ofNullable(ownTheme);
    }

    Instant scoredAt() {
        return scoredAt;
    }
}
