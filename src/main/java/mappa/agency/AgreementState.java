package mappa.agency;

/// How an agreement stands on a day; unknown is not none.
public enum AgreementState {
    LIVE,
    /// Still counts, and has to be reviewed soon.
    DUE_FOR_REVIEW,
    /// Its review day has passed: it does not count until it was reviewed.
    EXPIRED,
    /// Somebody looked: there is none.
    NONE,
    /// Nobody has said.
    NOT_RECORDED;

    /// Whether what it allows may be done.
    public boolean counts() {
        return this == LIVE || this == DUE_FOR_REVIEW;
    }
}
