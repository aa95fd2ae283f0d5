package mappa.agency;

import mappa.identity.Role;

/// Chairs that a screening panel can have (R-REF-03, R-REF-14); an area uses one to five of them.
public enum Seat {
    COORDINATOR_A(Role.MAPPA_COORDINATOR),
    COORDINATOR_B(Role.MAPPA_COORDINATOR),
    POLICE_DI(Role.PANEL_MEMBER),
    PROBATION(Role.PANEL_MEMBER),
    PRISON(Role.PANEL_MEMBER);

    private final Role role;

    Seat(Role role) {
        this.role = role;
    }

    /// Role that its holder and deputy have in the area.
    public Role role() {
        return role;
    }
}
