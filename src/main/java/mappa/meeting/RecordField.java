package mappa.meeting;

import static mappa.meeting.RecordChoice.HIGH;
import static mappa.meeting.RecordChoice.LOW;
import static mappa.meeting.RecordChoice.MEDIUM;
import static mappa.meeting.RecordChoice.NOT_ASSESSED;
import static mappa.meeting.RecordChoice.VERY_HIGH;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import mappa.rule.Invalid;

/// One thing that a section records.
///
/// @param key name of the form field and of the JSON property; unlike any other of the section
/// @param choices codes to choose from; empty where it is none of them
public record RecordField(String key, Kind kind, List<RecordChoice> choices) {

    static final RecordChoice[] RISKS = {LOW, MEDIUM, HIGH, VERY_HIGH, NOT_ASSESSED};
    private static final int LONGEST = 20_000;

    /// What its value looks like.
    public enum Kind {
        TEXT,
        CHOICE,
        /// `2026-05-14`.
        DAY
    }

    static RecordField text(String key) {
        return new RecordField(key, Kind.TEXT, List.of());
    }

    static RecordField choice(String key, RecordChoice... choices) {
        return new RecordField(key, Kind.CHOICE, List.of(choices));
    }

    static RecordField day(String key) {
        return new RecordField(key, Kind.DAY, List.of());
    }

    /// What is wrong with a value; an empty one is nothing wrong.
    Optional<Invalid.Problem> problem(String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        return switch (kind) {
            case TEXT ->
                    value.length() <= LONGEST
                            ? Optional.empty()
                            : wrong("meeting.too-long", LONGEST, value.length());
            case CHOICE ->
                    choices.stream().anyMatch(one -> one.name().equals(value))
                            ? Optional.empty()
                            : wrong("meeting.no-such-choice");
            case DAY -> isDay(value) ? Optional.empty() : wrong("meeting.no-day");
        };
    }

    private Optional<Invalid.Problem> wrong(String message, Object... arguments) {
        return Optional.of(Invalid.Problem.of(key, message, arguments));
    }

    private static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
