package mappa.caseload;

import static mappa.caseload.CaseloadRule.CATEGORY_1;
import static mappa.caseload.CaseloadRule.CATEGORY_2;
import static mappa.caseload.CaseloadRule.CATEGORY_3;
import static mappa.caseload.CaseloadRule.CATEGORY_4;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// Why a person is in MAPPA, from when to when, and which agency leads.
@Entity
class MappaEligibility extends Spell {

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Category category;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private Basis basis;

    @Column(updatable = false)
    private @Nullable UUID leadAgencyId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    protected MappaEligibility() {} // for Hibernate

    /// @throws RuleBroken `CAT-02`, `CAT-03`, `CAT-04` if a category has not that basis
    MappaEligibility(
            UUID personId,
            UUID caseId,
            String area,
            Category category,
            Basis basis,
            LocalDate from,
            @Nullable UUID leadAgencyId,
            Entry entry) {
        super(from, null, entry);
        refuseOtherBasis(category, basis);
        this.personId = personId;
        this.caseId = caseId;
        this.area = area;
        this.category = category;
        this.basis = basis;
        this.leadAgencyId = leadAgencyId;
    }

    private MappaEligibility(
            MappaEligibility earlier,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable EndReason endReason,
            Entry entry) {
        super(earlier, from, to, entry);
        this.personId = earlier.personId;
        this.caseId = earlier.caseId;
        this.area = earlier.area;
        this.category = earlier.category;
        this.basis = earlier.basis;
        this.leadAgencyId = earlier.leadAgencyId;
        this.endReason = endReason;
    }

    private static void refuseOtherBasis(Category category, Basis basis) {
        switch (category) {
            case CATEGORY_1 -> refuse(basis == Basis.DISCRETIONARY, CATEGORY_1, category);
            case CATEGORY_2 -> refuse(basis == Basis.DISCRETIONARY, CATEGORY_2, category);
            case CATEGORY_3 -> refuse(basis == Basis.STATUTORY, CATEGORY_3, category);
            case CATEGORY_4 -> {} // by registration or sentence, or by belief: either
        }
    }

    private static void refuse(boolean broken, CaseloadRule rule, Category category) {
        if (broken) {
            throw new RuleBroken(rule, "caseload.category-has-other-basis", category.number());
        }
    }

    /// This eligibility, ended.
    ///
    /// @param on not before it began
    /// @throws RuleBroken `CAT-02` … `CAT-05` if this category does not end for that reason
    MappaEligibility ended(LocalDate on, EndReason reason, Entry entry) {
        if (!reason.ends(category, basis)) {
            throw new RuleBroken(
                    rule(), "caseload.category-ends-otherwise", category.number(), reason);
        }
        return new MappaEligibility(this, from(), on, reason, entry);
    }

    /// Category 3 and discretionary 4 exist only for Level 2 and 3.
    boolean allows(Level level) {
        return basis == Basis.STATUTORY || level != Level.LEVEL_1;
    }

    private CaseloadRule rule() {
        return switch (category) {
            case CATEGORY_1 -> CATEGORY_1;
            case CATEGORY_2 -> CATEGORY_2;
            case CATEGORY_3 -> CATEGORY_3;
            case CATEGORY_4 -> CATEGORY_4;
        };
    }

    UUID personId() {
        return personId;
    }

    UUID caseId() {
        return caseId;
    }

    String area() {
        return area;
    }

    Category category() {
        return category;
    }

    Basis basis() {
        return basis;
    }

    /// Null if not recorded.
    @Nullable UUID leadAgencyId() {
        return leadAgencyId;
    }

    Optional<EndReason> endReason() {
        return Optional.ofNullable(endReason);
    }
}
