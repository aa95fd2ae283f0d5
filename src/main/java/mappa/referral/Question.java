package mappa.referral;

import java.util.List;

/// One question of the referral form; its words are under `referral.question.<key>`.
///
/// @param key name of the field on the page and of the property in JSON, in camel case
/// @param choices codes to choose from, in order; empty unless the kind is a choice
public record Question(String key, Kind kind, boolean required, List<String> choices) {

    /// What an answer looks like; every answer is kept as text.
    public enum Kind {
        LINE,
        TEXT,
        /// ISO 8601: `2026-05-14`.
        DATE,
        CHOICE
    }

    /// Longest answer, in characters.
    public int maxLength() {
        return switch (kind) {
            case LINE -> 200;
            case TEXT -> 8000;
            case DATE -> 10;
            case CHOICE -> 40;
        };
    }

    static Question line(String key) {
        return new Question(key, Kind.LINE, true, List.of());
    }

    static Question text(String key) {
        return new Question(key, Kind.TEXT, true, List.of());
    }

    static Question date(String key) {
        return new Question(key, Kind.DATE, true, List.of());
    }

    static Question choice(String key, String... choices) {
        return new Question(key, Kind.CHOICE, true, List.of(choices));
    }

    Question optional() {
        return new Question(key, kind, false, choices);
    }
}
