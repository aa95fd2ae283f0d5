package mappa.meeting;

import mappa.agency.Occasion;

/// Why an agency is not proposed for a meeting: what was looked at and does not speak for it.
public enum LeftOutReason {
    /// A guest whose information sharing agreement does not last until the meeting (R-INF-05).
    NO_AGREEMENT,
    NOT_CORE,
    NOT_A_CHILD,
    /// Whether the person is a child is not known.
    AGE_NOT_KNOWN,
    NOT_IN_CUSTODY,
    NOT_IN_HOSPITAL,
    NOT_TAGGED,
    NO_IMMIGRATION_QUESTION,
    NOT_ARMED_FORCES,
    NO_ARSON,
    NO_VICTIM_CONTACT;

    static LeftOutReason of(Occasion occasion, boolean ageKnown) {
        return switch (occasion) {
            case CHILD -> ageKnown ? NOT_A_CHILD : AGE_NOT_KNOWN;
            case CUSTODY -> NOT_IN_CUSTODY;
            case HOSPITAL -> NOT_IN_HOSPITAL;
            case ELECTRONIC_MONITORING -> NOT_TAGGED;
            case IMMIGRATION -> NO_IMMIGRATION_QUESTION;
            case ARMED_FORCES -> NOT_ARMED_FORCES;
            case ARSON -> NO_ARSON;
            case VICTIM_CONTACT -> NO_VICTIM_CONTACT;
        };
    }
}
