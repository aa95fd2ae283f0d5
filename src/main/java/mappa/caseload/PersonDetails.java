package mappa.caseload;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import mappa.rule.Invalid;

/// Who somebody is, as told by whoever refers or notifies them.
///
/// @param aliases other names, in the order told
/// @param ethnicity in full words, never a code
/// @param language in which to speak to the person
public record PersonDetails(
        PersonName name,
        List<PersonName> aliases,
        Fact<LocalDate> dateOfBirth,
        Fact<Sex> sex,
        Fact<String> ethnicity,
        Fact<String> nationality,
        Fact<String> language,
        Fact<Boolean> interpreterNeeded,
        List<Identifier> identifiers) {

    static final int OLDEST = 120;
    static final int LONGEST = 100;

    public PersonDetails {
        aliases = List.copyOf(aliases);
        identifiers = List.copyOf(identifiers);
    }

    /// Details of which only name and date of birth are known.
    public static PersonDetails of(PersonName name, Fact<LocalDate> dateOfBirth) {
        return new PersonDetails(
                name,
                List.of(),
                dateOfBirth,
                Fact.notRecorded(),
                Fact.notRecorded(),
                Fact.notRecorded(),
                Fact.notRecorded(),
                Fact.notRecorded(),
                List.of());
    }

    /// @throws Invalid naming every field that cannot be so
    void check(LocalDate today) {
        var problems = new ArrayList<Invalid.Problem>();
        if (!name.isKnown() && aliases.stream().noneMatch(PersonName::isKnown)) {
            problems.add(Invalid.Problem.of("surname", "caseload.name-needed"));
        }
        checkLength("surname", name.surname(), problems);
        checkLength("forenames", name.forenames(), problems);
        for (var alias : aliases) {
            checkLength("aliases", alias.surname(), problems);
            checkLength("aliases", alias.forenames(), problems);
            if (!alias.isKnown()) {
                problems.add(Invalid.Problem.of("aliases", "caseload.alias-needed"));
            }
        }
        dateOfBirth
                .toOptional()
                .ifPresent(
                        born -> {
                            if (!born.isBefore(today)) {
                                problems.add(
                                        Invalid.Problem.of(
                                                "dateOfBirth", "caseload.born-in-the-past", born));
                            } else if (Period.between(born, today).getYears() > OLDEST) {
                                problems.add(
                                        Invalid.Problem.of(
                                                "dateOfBirth", "caseload.born-too-long-ago", born));
                            }
                        });
        checkLength("ethnicity", ethnicity, problems);
        checkLength("nationality", nationality, problems);
        checkLength("language", language, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static void checkLength(
            String field, Fact<String> fact, List<Invalid.Problem> problems) {
        fact.toOptional()
                .filter(text -> text.length() > LONGEST)
                .ifPresent(
                        text ->
                                problems.add(
                                        Invalid.Problem.of(
                                                field,
                                                "caseload.too-long",
                                                LONGEST,
                                                text.length())));
    }

    @Override
    public String toString() {
        return "PersonDetails"; // must not reach a log
    }
}
