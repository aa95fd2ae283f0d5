package mappa.qualityaudit;

import java.util.UUID;

/// A case, or a meeting about one, that can be drawn.
///
/// @param id of the case or the meeting
/// @param reference of the case
public record AuditedThing(UUID id, UUID caseId, String reference) {}
