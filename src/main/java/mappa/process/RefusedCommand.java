package mappa.process;

import java.time.Instant;
import java.util.UUID;

/// A command that the engine refuses for good, for an operator: ids and codes only. Its thing is
/// told nothing more until somebody has it tried again.
///
/// @param command `START`, `MESSAGE` or `COMPLETE`
/// @param name the message, or the task that is answered
/// @param error the engine's code, for example `INVALID_ARGUMENT`
/// @param since when the product wrote it
/// @param behind commands of the same thing that wait behind it
public record RefusedCommand(
        UUID thing,
        String command,
        String name,
        String error,
        int attempts,
        Instant since,
        long behind) {}
