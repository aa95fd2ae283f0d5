package mappa.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Map;

/// Keeps the answers of one section of the form.
///
/// @param answers by key of the question; a question left out has no answer
/// @param saves how often the section had been saved when the writer read it; 0 if never
public record SaveSection(
        @NotNull Section section,
        @NotNull Map<String, String> answers,
        @PositiveOrZero int saves) {}
