package mappa.appointment;

/// How far a proposed appointment has come.
public enum ProposalState {
    /// A second person has to confirm it; until then it gives nothing.
    WAITING,
    /// It counts on one person's word, because there was nobody who could confirm it.
    ALONE,
    /// A second person confirmed it.
    CONFIRMED,
    /// It gives nothing, or nothing any more.
    REFUSED;

    /// Whether a second person is still wanted.
    boolean isOpen() {
        return this == WAITING || this == ALONE;
    }
}
