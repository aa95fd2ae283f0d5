package mappa.meeting;

import java.time.Instant;
import java.util.UUID;

/// A core agency that was not asked to a meeting.
public record LeftOutView(UUID agencyId, String agency, String reason, String by, Instant at) {}
