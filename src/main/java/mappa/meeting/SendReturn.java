package mappa.meeting;

import jakarta.validation.constraints.NotNull;
import java.util.Map;

/// What an agency knows about the person, before the meeting.
///
/// @param answers by key of the question
public record SendReturn(@NotNull ReturnKind kind, @NotNull Map<String, String> answers) {}
