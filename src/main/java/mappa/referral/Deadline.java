package mappa.referral;

import java.time.Instant;
import java.time.LocalDate;

/// A moment at which somebody is reminded or told, unless the referral has gone on by then.
///
/// @param dueOn the last day that it is about; with the kind it says which deadline it is, so that
///   none acts twice
/// @param at when it acts
public record Deadline(Kind kind, LocalDate dueOn, Instant at) {

    /// Who is told what.
    public enum Kind {
        /// Seats that have not voted.
        REMIND_SEATS,
        /// The coordinators get 'Chase the panel'.
        CHASE_PANEL,
        /// The chair of the strategic management board is told that the panel is late.
        TELL_SMB_CHAIR,
        /// The referrer.
        REMIND_REFERRER,
        /// The unit gets 'Close or extend'.
        CLOSE_OR_EXTEND
    }
}
