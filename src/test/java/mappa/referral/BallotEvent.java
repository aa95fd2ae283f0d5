package mappa.referral;

/// One thing that can happen to a panel, in the words of the table of ballot events.
///
/// @param seat 0 to 2; 0 for what belongs to no seat
/// @param vote `ACCEPT_2`, `ACCEPT_3` or `DECLINE`; empty where nothing is voted
public record BallotEvent(Kind kind, int seat, String vote) {

    public enum Kind {
        VOTE,
        CHANGE,
        CONFIRM,
        MORE_INFORMATION,
        ANSWER,
        CONFLICT,
        NAME_BY_COORDINATOR,
        NAME_BY_CHAIR,
        DIFFERENT_VIEW
    }

    @Override
    public String toString() {
        return kind + (kind == Kind.ANSWER ? "" : " " + seat) + (vote.isEmpty() ? "" : " " + vote);
    }
}
