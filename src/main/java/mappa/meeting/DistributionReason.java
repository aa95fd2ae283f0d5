package mappa.meeting;

/// Why an agency gets minutes.
public enum DistributionReason {
    /// It said that it comes, or sends a deputy.
    ATTENDED,
    /// It sent what it knows instead.
    REPORTED,
    /// It was asked.
    INVITED
}
