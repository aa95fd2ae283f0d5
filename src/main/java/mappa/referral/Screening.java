package mappa.referral;

import java.time.LocalDate;

/// What the panel has come to.
public sealed interface Screening {

    /// Not enough votes agree yet.
    ///
    /// @param split whether those that can still vote are too few to decide, so that a substitute
    ///   must be named
    record Open(boolean split) implements Screening {}

    /// @param level 2 or 3
    record Accepted(int level) implements Screening {}

    record Declined() implements Screening {}

    /// The referrer is asked and the clock stands still.
    ///
    /// @param answerDueOn last day for the answer
    record MoreNeeded(LocalDate answerDueOn) implements Screening {}
}
