package mappa.caseload;

/// Why a person was found.
public enum MatchReason {
    CASE_REFERENCE,
    SAME_PNC,
    SAME_CRO,
    SAME_PRISON_NUMBER,
    SAME_CRN,
    SAME_NHS,
    SAME_VISOR,
    SAME_NAME,
    BEGINS_WITH,
    SOUNDS_LIKE,
    SIMILAR_SPELLING,
    /// Surname and forenames typed the wrong way round.
    TURNED,
    /// It is another name of the person that matches.
    ALIAS,
    SAME_DATE_OF_BIRTH,
    NEAR_YEAR_OF_BIRTH
}
