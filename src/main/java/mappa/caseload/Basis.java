package mappa.caseload;

/// Whether a category follows from the law or from an assessment.
public enum Basis {
    STATUTORY,
    DISCRETIONARY
}
