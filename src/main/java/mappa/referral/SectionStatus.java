package mappa.referral;

/// How far a section of the form has been answered.
enum SectionStatus {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED,
    /// Taken over from an earlier referral and not saved since.
    COPIED
}
