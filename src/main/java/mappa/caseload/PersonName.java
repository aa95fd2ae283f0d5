package mappa.caseload;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name; at least one of its parts is known.
public record PersonName(Fact<String> surname, Fact<String> forenames) {

    /// A blank part is not recorded.
    public static PersonName of(String surname, String forenames) {
        return new PersonName(part(surname), part(forenames));
    }

    private static Fact<String> part(String typed) {
        return typed.isBlank() ? Fact.notRecorded() : Fact.known(typed.strip());
    }

    boolean isKnown() {
        return surname.isKnown() || forenames.isKnown();
    }

    /// Forenames and surname as far as they are known; empty text if neither is.
    public String shown() {
        return Stream.of(forenames, surname)
                .flatMap(part -> part.toOptional().stream())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "PersonName"; // must not reach a log
    }
}
