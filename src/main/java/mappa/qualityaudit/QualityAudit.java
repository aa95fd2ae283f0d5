package mappa.qualityaudit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// A form, a population and a sample drawn from it: what is scored, by whom, and since when its
/// figures stand.
@Entity
class QualityAudit {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(name = "area_code", updatable = false)
    private String area;

    @Column(updatable = false)
    private String title;

    @Column(name = "form_id", updatable = false)
    private UUID form;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private AuditKind kind;

    @Column(updatable = false)
    private LocalDate fromOn;

    @Column(updatable = false)
    private LocalDate toOn;

    @Column(updatable = false)
    private @Nullable Integer level;

    @Column(updatable = false)
    private long seed;

    @Column(name = "population_size", updatable = false)
    private int population;

    @Column(name = "sample_size", updatable = false)
    private int size;

    @Column(name = "first_scorer_id", updatable = false)
    private UUID firstScorer;

    @Column(name = "second_scorer_id", updatable = false)
    private @Nullable UUID secondScorer;

    @Column(updatable = false)
    private LocalDate readsUntil;

    @Column(name = "earlier_id", updatable = false)
    private @Nullable UUID earlier;

    @Column(updatable = false)
    private UUID drawnBy;

    @Column(updatable = false)
    private Instant drawnAt;

    private @Nullable UUID finishedBy;
    private @Nullable Instant finishedAt;
    private @Nullable Integer finishedSum;
    private @Nullable Integer finishedItems;
    private @Nullable Integer finishedExcluded;

    protected QualityAudit() {} // for Hibernate

    QualityAudit(
            QualityForm form, DrawAudit command, long seed, int population, UUID by, Instant now) {
        area = form.area();
        title = command.title().strip();
        this.form = form.id();
        kind = form.kind();
        fromOn = command.from();
        toOn = command.to();
        level = command.level();
        this.seed = seed;
        this.population = population;
        size = command.size();
        firstScorer = command.firstScorer();
        secondScorer = command.secondScorer();
        readsUntil = command.readsUntil();
        earlier = command.earlier();
        drawnBy = by;
        drawnAt = now;
    }

    /// All scores are in: from now on they are shown, and changed by corrections only.
    ///
    /// @throws RuleBroken `SMB-05` if it is finished
    void finish(UUID by, Instant now) {
        if (finishedAt != null) {
            throw new RuleBroken(QualityRule.OVERSIGHT, "qualityaudit.finished-already");
        }
        finishedBy = by;
        finishedAt = now;
    }

    /// Keeps the figure with which it finished.
    void freeze(Average average) {
        finishedSum = average.sum();
        finishedItems = average.items();
        finishedExcluded = average.excluded();
    }

    /// Whether somebody is the second scorer; otherwise they are the first.
    boolean isSecond(UUID scorer) {
        return scorer.equals(secondScorer);
    }

    UUID id() {
        return id;
    }

    String area() {
        return area;
    }

    String title() {
        return title;
    }

    UUID form() {
        return form;
    }

    AuditKind kind() {
        return kind;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate toOn() {
        return toOn;
    }

    Optional<Integer> level() {
        return Optional.ofNullable(level);
    }

    long seed() {
        return seed;
    }

    int population() {
        return population;
    }

    int size() {
        return size;
    }

    UUID firstScorer() {
        return firstScorer;
    }

    Optional<UUID> secondScorer() {
        return Optional.ofNullable(secondScorer);
    }

    LocalDate readsUntil() {
        return readsUntil;
    }

    Optional<UUID> earlier() {
        return Optional.ofNullable(earlier);
    }

    Instant drawnAt() {
        return drawnAt;
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    /// The figure with which it finished; empty before.
    Optional<Average> average() {
        return finishedItems == null
                ? Optional.empty()
                : Optional.of(new Average(finishedSum, finishedItems, finishedExcluded));
    }
}
