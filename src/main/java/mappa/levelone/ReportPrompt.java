package mappa.levelone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reports something that may ask for more than Level 1.
///
/// @param since the day on which it happened or became known
/// @param detail what happened
public record ReportPrompt(@Nullable PromptKind kind, @Nullable LocalDate since, String detail) {}
