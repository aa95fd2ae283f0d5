package mappa.caseload;

import static mappa.caseload.CaseloadRule.CHECKED_NOT_ELIGIBLE;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// Somebody looked eligible, was checked and is not.
@Entity
class NotEligibleCheck {

    @Id private UUID id;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    private LocalDate checkedOn;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private @Nullable UUID recordedBy;

    protected NotEligibleCheck() {} // for Hibernate

    /// @throws RuleBroken `CAT-09` without a reason
    NotEligibleCheck(UUID personId, String area, String reason, Entry entry) {
        if (reason.isBlank()) {
            throw new RuleBroken(CHECKED_NOT_ELIGIBLE, "caseload.check-needs-reason");
        }
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.personId = personId;
        this.area = area;
        this.checkedOn = entry.today();
        this.reason = reason.strip();
        this.recordedAt = entry.at();
        this.recordedBy = entry.by();
    }

    UUID personId() {
        return personId;
    }

    LocalDate checkedOn() {
        return checkedOn;
    }

    String reason() {
        return reason;
    }
}
