package mappa.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Who somebody is.
///
/// @param age in whole years today
public record PersonView(
        UUID id,
        String area,
        PersonName name,
        List<PersonName> aliases,
        Fact<LocalDate> dateOfBirth,
        Fact<Integer> age,
        Fact<Boolean> child,
        Fact<Sex> sex,
        Fact<String> ethnicity,
        Fact<String> nationality,
        Fact<String> language,
        Fact<Boolean> interpreterNeeded,
        List<Identifier> identifiers) {

    static PersonView of(Person person, LocalDate today) {
        return new PersonView(
                person.id(),
                person.area(),
                person.name(),
                person.aliases(),
                person.dateOfBirth(),
                person.ageOn(today),
                person.isChildOn(today),
                person.sex(),
                person.ethnicity(),
                person.nationality(),
                person.language(),
                person.interpreterNeeded(),
                person.identifiers());
    }

    @Override
    public String toString() {
        return "PersonView " + id; // the rest must not reach a log
    }
}
