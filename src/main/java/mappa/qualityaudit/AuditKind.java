package mappa.qualityaudit;

/// What a form scores.
public enum AuditKind {
    /// How a case was managed.
    CASE,
    /// How a meeting was prepared and held.
    MEETING
}
