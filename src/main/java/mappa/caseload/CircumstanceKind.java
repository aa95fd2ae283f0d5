package mappa.caseload;

/// What about a person asks for an agency at their meetings, and stands in no other fact (R-MTG-07,
/// R-GRP-03, R-GRP-05, R-VIC-05).
public enum CircumstanceKind {
    /// Wears a tag.
    ELECTRONIC_MONITORING,
    /// Nationality or immigration status raises a question.
    IMMIGRATION,
    /// Serves or has served.
    ARMED_FORCES,
    /// Has set fires, or may.
    ARSON,
    /// A victim is in contact with a victim liaison officer; never who that is.
    VICTIM_CONTACT
}
