package mappa.agency;

import org.jspecify.annotations.Nullable;

/// Adds an agency to the own area.
public record AddAgency(
        String name, AgencyKind kind, @Nullable String body, @Nullable String subArea) {}
