package mappa.agency;

import java.util.UUID;

/// An agency of an area.
public record AgencyView(UUID id, String area, String name, AgencyKind kind) {}
