package mappa.file;

/// Why a file is not taken; the words begin with what would be.
enum Refusal {
    NOTHING_CHOSEN,
    EMPTY,
    TOO_LARGE,
    /// Of another type, or of two at once.
    OTHER_TYPE,
    DAMAGED,
    /// With a password, so that nobody can look into it.
    ENCRYPTED,
    /// With macros, scripts or other files inside.
    ACTIVE,
    /// Small as it is sent and far too large when it is opened.
    UNPACKS_TOO_LARGE,
    TOO_MANY_PIXELS,
    INFECTED,
    /// A scanner is configured, and does not answer.
    NOT_SCANNED
}
