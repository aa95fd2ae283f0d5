package mappa.meeting;

import org.jspecify.annotations.Nullable;

/// Corrects approved minutes, or adds to them.
///
/// @param section that it is about; null for the whole
public record AddAddendum(@Nullable RecordSection section, String what, String why) {}
