package mappa.meeting;

/// What an agency says to an invitation.
public enum InvitationAnswer {
    ATTENDS,
    /// Somebody else of the agency comes, with name and grade.
    DEPUTY,
    /// Nobody comes; a written report follows (R-MTG-10).
    REPORT_FOLLOWS,
    /// Nobody comes, and the agency knows nothing (R-MTG-10).
    NOTHING_KNOWN,
    /// Not clear yet: stays asked.
    CANNOT_SAY;

    /// Whether there is nothing more to ask.
    public boolean isFinal() {
        return this != CANNOT_SAY;
    }
}
