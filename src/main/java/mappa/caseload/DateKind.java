package mappa.caseload;

/// The dates of a sentence and of the requirements after it, on which other dates depend.
public enum DateKind {
    SENTENCE,
    /// Expected, until the person is out; then the day of it.
    RELEASE,
    LICENCE_END,
    SENTENCE_END,
    /// Last day of the notification requirements; not recorded where they last for good.
    NOTIFICATION_END;

    /// Whether it comes in the order of a sentence; the requirements have a length of their own.
    boolean isOfSentence() {
        return this != NOTIFICATION_END;
    }
}
