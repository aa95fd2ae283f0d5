package mappa.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// Look for people.
///
/// @param reason why; asked once a session
/// @param surname of any name the person has or had; as `forenames`
/// @param bornAbout year of birth, two years more or less
/// @param identifier as typed, of the kind `identifierKind`
/// @param reference of a case, as typed
public record SearchPeople(
        @Nullable SearchReason reason,
        @Nullable String surname,
        @Nullable String forenames,
        @Nullable LocalDate born,
        @Nullable Integer bornAbout,
        @Nullable IdentifierKind identifierKind,
        @Nullable String identifier,
        @Nullable String reference) {

    private static final int FIRST_YEAR = 1900;

    /// @throws Invalid naming each field that has not the form expected, or `surname` if all are
    ///   blank
    Criteria criteria(LocalDate today) {
        var problems = new ArrayList<Invalid.Problem>();
        if (reason == null) {
            problems.add(Invalid.Problem.of("reason", "caseload.search.problem.reason"));
        }
        checkLength("surname", surname, problems);
        checkLength("forenames", forenames, problems);
        if (born != null && !born.isBefore(today)) {
            problems.add(Invalid.Problem.of("born", "caseload.born-in-the-past", born));
        }
        if (bornAbout != null && (bornAbout < FIRST_YEAR || bornAbout > today.getYear())) {
            problems.add(
                    Invalid.Problem.of(
                            "bornAbout",
                            "caseload.search.problem.year",
                            String.valueOf(FIRST_YEAR),
                            String.valueOf(today.getYear()),
                            String.valueOf(bornAbout)));
        }
        var number = number(problems);
        var ofCase = ofCase(problems);
        var criteria =
                new Criteria(
                        surname,
                        forenames,
                        born,
                        bornAbout,
                        number.orElse(null),
                        ofCase.orElse(null));
        if (problems.isEmpty() && criteria.isEmpty()) {
            problems.add(Invalid.Problem.of("surname", "caseload.search.problem.nothing"));
        }
        if (problems.isEmpty() && criteria.kinds().equals(List.of("year-of-birth"))) {
            problems.add(Invalid.Problem.of("surname", "caseload.search.problem.only-year"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return criteria;
    }

    private Optional<Identifier> number(List<Invalid.Problem> problems) {
        if (identifier == null) {
            return Optional.empty();
        }
        if (identifierKind == null) {
            problems.add(Invalid.Problem.of("identifierKind", "caseload.search.problem.kind"));
            return Optional.empty();
        }
        var spelled = identifierKind.spell(identifier);
        if (spelled.isEmpty()) {
            problems.add(Invalid.Problem.of("identifier", identifierKind.expected(), identifier));
        }
        return spelled.map(value -> new Identifier(identifierKind, value));
    }

    private Optional<CaseReference> ofCase(List<Invalid.Problem> problems) {
        if (reference == null) {
            return Optional.empty();
        }
        var parsed = CaseReference.parse(reference);
        if (parsed.isEmpty()) {
            problems.add(
                    Invalid.Problem.of(
                            "reference", "caseload.search.problem.reference", reference));
        }
        return parsed;
    }

    private static void checkLength(
            String field, @Nullable String text, List<Invalid.Problem> problems) {
        if (text != null && text.length() > PersonDetails.LONGEST) {
            problems.add(
                    Invalid.Problem.of(
                            field, "caseload.too-long", PersonDetails.LONGEST, text.length()));
        }
    }

    @Override
    public String toString() {
        return "SearchPeople"; // must not reach a log
    }
}
