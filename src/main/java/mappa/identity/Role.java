package mappa.identity;

/// System roles of section 2.3 of the domain reference.
public enum Role {
    MAPPA_COORDINATOR,
    MAPPA_ADMINISTRATOR,
    CHAIR,
    PANEL_MEMBER,
    REFERRER,
    CASE_OWNER,
    AGENCY_SPOC,
    AGENCY_PRACTITIONER,
    VLO,
    SMB_CHAIR,
    SMB_MEMBER,
    LAY_ADVISER,
    AUDITOR,
    INFORMATION_GOVERNANCE,
    NSD_REPRESENTATIVE,
    SYSTEM_ADMIN;

    /// Whether holders belong to the area's MAPPA unit and so see every case of the area.
    public boolean isUnit() {
        return this == MAPPA_COORDINATOR || this == MAPPA_ADMINISTRATOR;
    }
}
