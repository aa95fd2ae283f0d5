package mappa.caseload;

/// The dates of a sentence on which other dates depend.
public enum DateKind {
    SENTENCE,
    /// Expected, until the person is out; then the day of it.
    RELEASE,
    LICENCE_END,
    SENTENCE_END
}
