package mappa.expiry;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import mappa.caseload.CaseSituation;
import mappa.caseload.Category;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// The question what becomes of one case at Level 2 or 3 when its category ends, asked once for
/// each category; another last day asks it anew.
@Entity
class CategoryExpiry {

    /// Who was asked so far.
    enum Asked {
        NOBODY,
        COORDINATOR,
        ALL_COORDINATORS
    }

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Category category;

    private int level;
    private LocalDate endsOn;

    /// Counts the last days for which it was asked.
    private int round = 1;

    @Enumerated(EnumType.STRING)
    private Asked asked = Asked.NOBODY;

    @Enumerated(EnumType.STRING)
    private @Nullable ExpiryChoice choice;

    private @Nullable LocalDate decidedOn;
    private @Nullable LocalDate closedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ExpiryOutcome outcome;

    protected CategoryExpiry() {} // for Hibernate

    CategoryExpiry(CaseSituation of, Category category, int level, LocalDate endsOn) {
        caseId = of.caseId();
        personId = of.personId();
        area = of.area();
        reference = of.reference();
        this.category = category;
        this.level = level;
        this.endsOn = endsOn;
    }

    /// The facts as they are now. What was decided for another day was not decided for this one.
    ///
    /// @return whether the last day moved
    boolean recompute(int level, LocalDate endsOn) {
        requireOpen();
        this.level = level;
        if (this.endsOn.equals(endsOn)) {
            return false;
        }
        this.endsOn = endsOn;
        round++;
        asked = Asked.NOBODY;
        choice = null;
        decidedOn = null;
        return true;
    }

    /// The last day on which a decision is in time: it is taken before the date, the stricter of
    /// two readings (R-CAT-08, K-20).
    LocalDate decideBy() {
        return endsOn.minusDays(1);
    }

    /// Who must have been asked by that day.
    Asked due(LocalDate today, int alertDays, int escalationDays) {
        if (choice != null || today.isBefore(endsOn.minusDays(alertDays))) {
            return Asked.NOBODY;
        }
        return today.isBefore(endsOn.minusDays(escalationDays))
                ? Asked.COORDINATOR
                : Asked.ALL_COORDINATORS;
    }

    void asked(Asked who) {
        asked = who;
    }

    /// Until it is carried out, a later decision takes the place of an earlier one.
    void decide(ExpiryChoice choice, LocalDate today) {
        requireOpen();
        this.choice = choice;
        decidedOn = today;
    }

    /// Whether the day has come on which the decision takes effect: the first day after the
    /// category.
    boolean takesEffect(LocalDate today) {
        return choice != null && today.isAfter(endsOn);
    }

    void close(ExpiryOutcome outcome, LocalDate today) {
        requireOpen();
        this.outcome = outcome;
        closedOn = today;
    }

    void requireOpen() {
        if (closedOn != null) {
            throw new RuleBroken(ExpiryRule.DECIDED_BEFORE, "expiry.closed", closedOn);
        }
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID personId() {
        return personId;
    }

    String area() {
        return area;
    }

    String reference() {
        return reference;
    }

    Category category() {
        return category;
    }

    int level() {
        return level;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    int round() {
        return round;
    }

    Asked asked() {
        return asked;
    }

    Optional<ExpiryChoice> choice() {
        return Optional.ofNullable(choice);
    }

    Optional<LocalDate> decidedOn() {
        return Optional.ofNullable(decidedOn);
    }

    boolean isOpen() {
        return closedOn == null;
    }

    Optional<ExpiryOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }
}
