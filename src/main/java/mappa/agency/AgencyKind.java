package mappa.agency;

/// In what right an agency takes part.
public enum AgencyKind {
    /// Police, probation, prisons.
    RESPONSIBLE_AUTHORITY,
    /// Has the duty to co-operate.
    DUTY_TO_COOPERATE,
    /// Attends when needed, under an information sharing agreement.
    INVITED
}
