package mappa.identity;

/// Seniority that meetings ask for (R-MTG-06).
public enum Grade {
    /// Police inspector or equivalent: Level 2.
    MIDDLE_MANAGER,
    /// Superintendent or equivalent, able to commit resources: Level 3.
    SENIOR_MANAGER
}
