package mappa.caseload;

/// Why somebody searches for people.
public enum SearchReason {
    REFERRAL,
    NOTIFICATION,
    CASE_WORK,
    AGENCY_ENQUIRY,
    RECORD_KEEPING
}
