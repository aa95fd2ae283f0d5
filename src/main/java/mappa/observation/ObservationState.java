package mappa.observation;

/// How far an observation is.
public enum ObservationState {
    /// The lay adviser has not yet said that no papers are kept.
    ANNOUNCED,
    ACKNOWLEDGED,
    /// Held; the board waits for notes.
    HELD,
    /// The notes are in: it counts.
    OBSERVED,
    /// Not held, or taken back.
    ENDED
}
