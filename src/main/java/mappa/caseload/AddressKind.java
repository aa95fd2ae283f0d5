package mappa.caseload;

/// What an address is to a person.
public enum AddressKind {
    CURRENT,
    PROPOSED_RELEASE,
    APPROVED_RELEASE,
    /// No fixed address: the place they are linked to most.
    NFA_CLOSEST_LINK
}
