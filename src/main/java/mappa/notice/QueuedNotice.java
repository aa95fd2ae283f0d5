package mappa.notice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One mail that this server has taken to send.
///
/// @param attempts this one included
record QueuedNotice(
        UUID id,
        NoticeKind kind,
        UUID recipient,
        @Nullable String reference,
        @Nullable LocalDate dueOn,
        String path,
        int attempts) {}
