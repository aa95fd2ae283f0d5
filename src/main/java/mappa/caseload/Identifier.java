package mappa.caseload;

import mappa.rule.Invalid;

/// A number by which another system knows a person, in its one spelling.
public record Identifier(IdentifierKind kind, String value) {

    /// @param field where it was typed, for the message
    /// @throws Invalid if it has not the form it has elsewhere
    public static Identifier of(IdentifierKind kind, String typed, String field) {
        return kind.spell(typed)
                .map(value -> new Identifier(kind, value))
                .orElseThrow(() -> new Invalid(field, kind.expected(), typed.strip()));
    }

    @Override
    public String toString() {
        return kind.name(); // the number is about a person and must not reach a log
    }
}
