package mappa.levelone;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// Something that may ask for more than Level 1, and what came of it (R-L1-05).
@Entity
class ReferUpPrompt {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(updatable = false)
    private UUID stayId;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private PromptKind kind;

    @Column(updatable = false)
    private LocalDate since;

    @Column(updatable = false)
    private @Nullable String detail;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private @Nullable UUID recordedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable PromptEnd ending;

    private @Nullable String reason;
    private @Nullable Instant endedAt;
    private @Nullable UUID endedBy;

    protected ReferUpPrompt() {} // for Hibernate

    private ReferUpPrompt(LevelOneStay of, PromptKind kind, LocalDate since, Instant now) {
        stayId = of.id();
        caseId = of.caseId();
        area = of.area();
        this.kind = kind;
        this.since = since;
        recordedAt = now;
    }

    /// What the case says.
    static ReferUpPrompt backInCustody(LevelOneStay of, LocalDate since, Instant now) {
        return new ReferUpPrompt(of, PromptKind.BACK_IN_CUSTODY, since, now);
    }

    /// What somebody reports.
    ///
    /// @throws Invalid with all that is missing, or cannot be
    static ReferUpPrompt reported(
            LevelOneStay of, ReportPrompt command, UUID by, LocalDate today, Instant now) {
        var problems = new ArrayList<Invalid.Problem>();
        var since = command.since();
        if (command.kind() == null || command.kind() == PromptKind.BACK_IN_CUSTODY) {
            problems.add(Invalid.Problem.of("kind", "levelone.problem.kind"));
        }
        if (since == null) {
            problems.add(Invalid.Problem.of("since", "levelone.problem.since"));
        } else if (since.isAfter(today)) {
            problems.add(Invalid.Problem.of("since", "levelone.problem.in-future", today, since));
        }
        var detail =
                LevelOneReview.text(
                        "detail", command.detail(), "levelone.problem.detail", problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        var prompt =
                new ReferUpPrompt(
                        of,
                        Objects.requireNonNull(command.kind()),
                        Objects.requireNonNull(since),
                        now);
        prompt.detail = detail;
        prompt.recordedBy = by;
        return prompt;
    }

    /// It asks for nothing.
    ///
    /// @throws Invalid without a reason
    void dismiss(String typed, UUID by, Instant now) {
        requireOpen();
        var problems = new ArrayList<Invalid.Problem>();
        reason = LevelOneReview.text("reason", typed, "levelone.problem.dismissal", problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        end(PromptEnd.DISMISSED, by, now);
    }

    /// @param by null for the system
    void end(PromptEnd ending, @Nullable UUID by, Instant now) {
        requireOpen();
        this.ending = ending;
        endedAt = now;
        endedBy = by;
    }

    private void requireOpen() {
        if (ending != null) {
            throw new RuleBroken(LevelOneRule.PROMPT, "levelone.prompt-ended");
        }
    }

    UUID id() {
        return id;
    }

    UUID stayId() {
        return stayId;
    }

    PromptKind kind() {
        return kind;
    }

    LocalDate since() {
        return since;
    }

    Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Optional<UUID> recordedBy() {
        return Optional.ofNullable(recordedBy);
    }

    Optional<PromptEnd> ending() {
        return Optional.ofNullable(ending);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<UUID> endedBy() {
        return Optional.ofNullable(endedBy);
    }
}
