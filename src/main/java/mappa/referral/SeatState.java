package mappa.referral;

/// What a seat of the panel waits for.
public enum SeatState {
    /// Nobody holds it.
    EMPTY,
    /// Its holder has not voted.
    OPEN,
    /// Its holder's vote counts.
    VOTED,
    /// Its holder's vote is from before an answer, and counts when confirmed.
    UNCONFIRMED
}
