package mappa.qualityaudit;

import java.time.LocalDate;
import java.util.UUID;

/// Agrees that somebody of the board or the unit does something about an audit's findings.
public record AgreeQualityAction(String what, UUID owner, LocalDate dueOn) {}
