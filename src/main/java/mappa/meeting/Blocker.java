package mappa.meeting;

import java.util.List;

/// Something without which a meeting cannot be closed.
///
/// @param section where it is put right
/// @param message key of the words in the message bundles
/// @param arguments values for their placeholders, in order
public record Blocker(
        RecordSection section, MeetingRule rule, String message, List<Object> arguments) {

    static Blocker of(
            RecordSection section, MeetingRule rule, String message, Object... arguments) {
        return new Blocker(section, rule, message, List.of(arguments));
    }
}
