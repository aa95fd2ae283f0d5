package mappa.qualityaudit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// What the board does about the findings of an audit: one owner, one date.
@Entity
class QualityAction {

    static final int LONGEST = 2_000;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(name = "audit_id", updatable = false)
    private UUID audit;

    @Column(updatable = false)
    private String what;

    @Column(name = "owner_id", updatable = false)
    private UUID owner;

    @Column(updatable = false)
    private LocalDate dueOn;

    @Column(updatable = false)
    private UUID agreedBy;

    @Column(updatable = false)
    private Instant agreedAt;

    private @Nullable String outcome;
    private @Nullable UUID doneBy;
    private @Nullable Instant doneAt;

    protected QualityAction() {} // for Hibernate

    QualityAction(UUID audit, AgreeQualityAction command, UUID by, Instant now) {
        this.audit = audit;
        what = command.what().strip();
        owner = command.owner();
        dueOn = command.dueOn();
        agreedBy = by;
        agreedAt = now;
    }

    /// @throws Invalid without saying what came of it
    /// @throws RuleBroken `SMB-05` if it was done
    void finish(String came, UUID by, Instant now) {
        if (doneAt != null) {
            throw new RuleBroken(QualityRule.OVERSIGHT, "qualityaudit.action.done-already");
        }
        if (came.isBlank() || came.length() > LONGEST) {
            throw new Invalid(
                    AuditView.outcomeField(id),
                    "qualityaudit.problem.outcome",
                    LONGEST,
                    came.length());
        }
        outcome = came.strip();
        doneBy = by;
        doneAt = now;
    }

    UUID id() {
        return id;
    }

    UUID audit() {
        return audit;
    }

    String what() {
        return what;
    }

    UUID owner() {
        return owner;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }

    Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }
}
