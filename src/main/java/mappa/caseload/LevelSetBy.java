package mappa.caseload;

/// Where a level was decided.
public enum LevelSetBy {
    SCREENING(true),
    MEETING(true),
    LEAD_AGENCY(false),
    TRANSFER(false);

    private final boolean hasDecision;

    LevelSetBy(boolean hasDecision) {
        this.hasDecision = hasDecision;
    }

    /// Whether the decision is itself a record of this product that the spell must point to.
    boolean hasDecision() {
        return hasDecision;
    }
}
