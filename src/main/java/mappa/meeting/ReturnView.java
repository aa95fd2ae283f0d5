package mappa.meeting;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One version of what an agency sent.
///
/// @param number from 1
/// @param answers by key of the [ReturnQuestion]
/// @param afterwards sent after the meeting: an addendum
public record ReturnView(
        int number,
        ReturnKind kind,
        Map<String, String> answers,
        boolean afterwards,
        @Nullable String sentBy,
        Instant sentAt) {}
