package mappa.meeting;

/// How people take part (R-MTG-16).
public enum MeetingMode {
    TEAMS,
    IN_PERSON,
    HYBRID
}
