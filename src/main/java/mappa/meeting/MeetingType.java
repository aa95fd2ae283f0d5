package mappa.meeting;

/// Why a meeting is held.
public enum MeetingType {
    /// The first after acceptance.
    INITIAL,
    /// Inside the review limit.
    REVIEW,
    /// Something has changed (R-MTG-17); it takes the place of the next review.
    EXTRAORDINARY
}
