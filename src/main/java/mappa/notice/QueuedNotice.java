package mappa.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One mail that this server has taken to send.
///
/// @param thing what it is about
/// @param entry null where it tells of no appointment
/// @param attempts this one included
record QueuedNotice(
        UUID id,
        UUID thing,
        NoticeKind kind,
        UUID recipient,
        @Nullable String reference,
        @Nullable LocalDate dueOn,
        String path,
        Instant createdAt,
        @Nullable NoticeEntry entry,
        int attempts) {}
