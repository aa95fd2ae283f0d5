package mappa.transfer;

/// Where an offered case stands.
public enum TransferState {
    /// Waits for the answer of the other area; the case is still where it was.
    OFFERED,
    ACCEPTED,
    DECLINED,
    /// Taken back before there was an answer.
    RECALLED,
    /// The person left MAPPA before there was an answer.
    LAPSED
}
