package mappa.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The appointment of which a mail tells a calendar, so that it enters, replaces or cancels its
/// own.
///
/// @param sequence greater than in each mail before, where anything has changed
/// @param organizer mail address of the unit; null where it has none, for the sender's own
public record NoticeEntry(
        Instant startsAt,
        Instant endsAt,
        int sequence,
        boolean cancelled,
        @Nullable String organizer) {}
