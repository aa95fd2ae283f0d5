package mappa.caseload;

import static mappa.caseload.CaseloadFixtures.TODAY;
import static mappa.caseload.CaseloadFixtures.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import mappa.rule.Invalid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    private static final PersonName NAME = PersonName.of("Ashdown", "Wilfred Tobias");

    @Test
    void whatIsNotKnownSaysWhy() {
        var person = new Person("NS", PersonDetails.of(NAME, Fact.askedNotKnown()), on(TODAY));

        assertThat(person.dateOfBirth()).isEqualTo(Fact.askedNotKnown());
        assertThat(person.sex()).isEqualTo(Fact.notRecorded());
        assertThat(person.ageOn(TODAY)).isEqualTo(Fact.askedNotKnown());
        assertThat(Fact.Why.values())
                .extracting(Fact.Why::message)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.startsWith("caseload.fact."));
    }

    @Test
    void aFactHasEitherAValueOrAReason() {
        assertThatThrownBy(() -> Fact.of(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fact.of("x", Fact.Why.NOT_RECORDED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2008-04-28, false", "2008-04-29, true"})
    @Tag("CAT-12")
    void isAChildUntilTheDayBeforeTheEighteenthBirthday(LocalDate born, boolean child) {
        var person = new Person("NS", PersonDetails.of(NAME, Fact.known(born)), on(TODAY));

        assertThat(person.isChildOn(TODAY)).isEqualTo(Fact.known(child));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-28, caseload.born-in-the-past",
        "2027-01-01, caseload.born-in-the-past",
        "1900-01-01, caseload.born-too-long-ago"
    })
    void refusesADateOfBirthThatCannotBe(LocalDate born, String message) {
        var refusal =
                catchThrowableOfType(
                        Invalid.class,
                        () ->
                                new Person(
                                        "NS", PersonDetails.of(NAME, Fact.known(born)), on(TODAY)));

        assertThat(refusal.problems())
                .containsExactly(Invalid.Problem.of("dateOfBirth", message, born));
    }

    @Test
    void takesSomebodyBornYesterday() {
        var born = TODAY.minusDays(1);

        var person = new Person("NS", PersonDetails.of(NAME, Fact.known(born)), on(TODAY));

        assertThat(person.ageOn(TODAY)).isEqualTo(Fact.known(0));
    }

    @Test
    void refusesSomebodyWithoutAnyName() {
        var nameless = new PersonName(Fact.askedNotKnown(), Fact.notRecorded());

        var refusal =
                catchThrowableOfType(
                        Invalid.class,
                        () ->
                                new Person(
                                        "NS",
                                        PersonDetails.of(nameless, Fact.notRecorded()),
                                        on(TODAY)));

        assertThat(refusal.problems()).extracting(Invalid.Problem::field).contains("surname");
    }

    @Test
    void keepsEachIdentifierAndAliasOnce() {
        var person = new Person("NS", PersonDetails.of(NAME, Fact.notRecorded()), on(TODAY));
        var crn = Identifier.of(IdentifierKind.CRN, " x123456 ", "crn");

        person.add(crn, on(TODAY));
        person.add(Identifier.of(IdentifierKind.CRN, "X 123 456", "crn"), on(TODAY));
        person.add(NameKind.ALIAS, PersonName.of("Ashdon", "Will"), on(TODAY));
        person.add(NameKind.ALIAS, PersonName.of("Ashdon", "Will"), on(TODAY));

        assertThat(person.identifiers()).containsExactly(crn);
        assertThat(person.aliases()).isEqualTo(List.of(PersonName.of("Ashdon", "Will")));
    }

    @Test
    void detailsDoNotPrintThemselves() {
        var details = PersonDetails.of(NAME, Fact.known(LocalDate.of(1980, 1, 1)));

        assertThat(details + " " + NAME + " " + details.dateOfBirth())
                .doesNotContain("Ashdown", "Wilfred", "1980");
    }
}
