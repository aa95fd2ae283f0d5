package mappa.appointment;

import mappa.rule.Rule;

/// Rules on who may hold a role.
public enum AppointmentRule implements Rule {
    /// A chair is of police or probation, and of senior rank.
    CHAIR("MTG-08", Kind.NATIONAL);

    private final String id;
    private final Kind kind;

    AppointmentRule(String id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
