package mappa.meeting;

import java.time.Instant;
import java.time.LocalDate;

/// A moment at which somebody is reminded or told, unless the cycle has gone on by then.
///
/// @param dueOn the last day that it is about; with the kind it says which deadline it is, so that
///   none acts twice
/// @param at when it acts
record MeetingDeadline(Kind kind, LocalDate dueOn, Instant at) {

    /// Who is told what.
    enum Kind {
        /// The unit: no date yet, and the limit comes near.
        ARRANGE,
        /// The unit: the limit has passed without a meeting (R-MTG-02, R-MTG-03).
        PAST_LIMIT,
        /// Agencies that have not answered or sent their return.
        REMIND_AGENCIES,
        /// The unit gets 'Chase the returns'.
        CHASE_RETURNS
    }
}
