package mappa.observation;

import java.util.UUID;

/// Asks a lay adviser to watch a meeting.
///
/// @param layAdviser one of the meeting's area
/// @param purpose why, as everybody who is asked to the meeting reads it
public record AnnounceObserver(UUID layAdviser, String purpose) {}
