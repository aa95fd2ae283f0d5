package mappa.caseload;

import static mappa.caseload.CaseloadRule.LEVEL_DECISION;
import static mappa.caseload.CaseloadRule.NEVER_LEVEL_1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// How much co-ordination a person got, from when to when.
@Entity
class LevelSpell extends Spell {

    @Column(updatable = false)
    private UUID eligibilityId;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private LevelSetBy setBy;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private @Nullable UUID decisionId;

    protected LevelSpell() {} // for Hibernate

    /// @throws RuleBroken `LVL-06` for Level 1 in Category 3 or discretionary 4; `LVL-09` without a
    ///   reason, or without the screening's or meeting's decision
    LevelSpell(
            MappaEligibility eligibility,
            Level level,
            LocalDate from,
            LevelDecision decision,
            Entry entry) {
        super(from, null, entry);
        if (!eligibility.allows(level)) {
            throw new RuleBroken(
                    NEVER_LEVEL_1, "caseload.never-level-1", eligibility.category().number());
        }
        if (decision.reason().isBlank()) {
            throw new RuleBroken(LEVEL_DECISION, "caseload.level-needs-reason");
        }
        if (decision.by().hasDecision() && decision.decisionId() == null) {
            throw new RuleBroken(LEVEL_DECISION, "caseload.level-needs-decision", decision.by());
        }
        this.eligibilityId = eligibility.spellId();
        this.caseId = eligibility.caseId();
        this.area = eligibility.area();
        this.level = level;
        this.setBy = decision.by();
        this.reason = decision.reason().strip();
        this.decisionId = decision.decisionId();
    }

    private LevelSpell(LevelSpell earlier, LocalDate from, @Nullable LocalDate to, Entry entry) {
        super(earlier, from, to, entry);
        this.eligibilityId = earlier.eligibilityId;
        this.caseId = earlier.caseId;
        this.area = earlier.area;
        this.level = earlier.level;
        this.setBy = earlier.setBy;
        this.reason = earlier.reason;
        this.decisionId = earlier.decisionId;
    }

    /// This spell with other days: ended, or corrected.
    LevelSpell on(LocalDate from, @Nullable LocalDate to, Entry entry) {
        return new LevelSpell(this, from, to, entry);
    }

    LevelDecision decision() {
        return new LevelDecision(setBy, reason, decisionId);
    }

    UUID eligibilityId() {
        return eligibilityId;
    }

    UUID caseId() {
        return caseId;
    }

    Level level() {
        return level;
    }

    String reason() {
        return reason;
    }

    Optional<UUID> decisionId() {
        return Optional.ofNullable(decisionId);
    }
}
