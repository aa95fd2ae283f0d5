package mappa.icalendar;

import java.time.Instant;
import java.util.UUID;

/// One appointment.
///
/// @param id of the thing; makes the UID, which never changes
/// @param sequence how often its date was changed; each change is greater than the one before
/// @param path of the page where it is read, from the root
public record CalendarItem(
        UUID id,
        String reference,
        Instant startsAt,
        Instant endsAt,
        int sequence,
        Standing standing,
        Instant changedAt,
        String path) {

    public enum Standing {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }
}
