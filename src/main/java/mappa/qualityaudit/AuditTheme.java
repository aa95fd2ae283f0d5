package mappa.qualityaudit;

/// What an audit finds again and again, in words of a list; a scorer can add one of their own.
public enum AuditTheme {
    TIMELINESS,
    ATTENDANCE,
    INFORMATION_SHARING,
    RISK_ASSESSMENT,
    RISK_MANAGEMENT,
    VICTIMS,
    DIVERSITY,
    RECORDING,
    CHAIRING,
    GOOD_PRACTICE
}
