package mappa.meeting;

import mappa.agency.Occasion;

/// Why an agency is asked to a meeting.
public enum InviteReason {
    /// On the area's list for the level (R-MTG-07).
    CORE,
    /// Police or probation (R-MTG-07, R-MTG-09); prisons are asked where the person is in one.
    RESPONSIBLE_AUTHORITY,
    /// Its officer is allocated to every case (R-MTG-07).
    POLICE_OFFICER,
    /// It leads the case.
    LEAD,
    /// Under 18 (R-CAT-12, R-GRP-01).
    CHILD,
    CUSTODY,
    /// In hospital (R-GRP-06).
    HOSPITAL,
    ELECTRONIC_MONITORING,
    /// Nationality or status (R-GRP-03).
    IMMIGRATION,
    /// Serves or has served (R-GRP-05).
    ARMED_FORCES,
    ARSON,
    /// A victim is represented by the liaison officer (R-MTG-14).
    VICTIM_CONTACT,
    /// The unit asks it, whatever the rules propose.
    CHOSEN;

    /// Whether an agency asked for this reason is only left out with a reason (R-MTG-07).
    boolean isCore() {
        return switch (this) {
            case CORE, RESPONSIBLE_AUTHORITY, POLICE_OFFICER, LEAD -> true;
            case CHILD,
                    CUSTODY,
                    HOSPITAL,
                    ELECTRONIC_MONITORING,
                    IMMIGRATION,
                    ARMED_FORCES,
                    ARSON,
                    VICTIM_CONTACT,
                    CHOSEN ->
                    false;
        };
    }

    static InviteReason of(Occasion occasion) {
        return switch (occasion) {
            case CHILD -> CHILD;
            case CUSTODY -> CUSTODY;
            case HOSPITAL -> HOSPITAL;
            case ELECTRONIC_MONITORING -> ELECTRONIC_MONITORING;
            case IMMIGRATION -> IMMIGRATION;
            case ARMED_FORCES -> ARMED_FORCES;
            case ARSON -> ARSON;
            case VICTIM_CONTACT -> VICTIM_CONTACT;
        };
    }
}
