package mappa.caseload;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A level at which a person was, in one category, from one day to another.
///
/// @param to the first day on which it no longer held; null while it lasts
public record LevelOfCase(
        Category category, Basis basis, Level level, LocalDate from, @Nullable LocalDate to) {}
