package mappa.levelone;

/// How a case is reviewed at Level 1 (R-L1-01).
public enum ReviewMode {
    MULTI_AGENCY,
    PAPER
}
