package mappa.meeting;

/// The pillar of the plan or the decision that an action serves (R-ACT-01).
public enum ActionLink {
    SUPERVISION,
    MONITORING,
    INTERVENTIONS,
    VICTIM_SAFETY,
    CONTINGENCY,
    DISCLOSURE,
    LEVEL,
    OTHER_DECISION
}
