package mappa.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How well people are found by what is typed wrong.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class PersonSearchTest {

    private static final int PEOPLE = 400;
    private static final int TRIES = 300;
    private static final int SHOWN = 10;

    @Inject PersonSearchService searches;
    @Inject TestPeople people;

    record Known(UUID id, String surname, String forenames, LocalDate born, String alias) {}

    @Test
    @Tag("PERF-08")
    void findsMisspeltNamesAmongTheFirstTen() throws SQLException {
        var unit = people.person("search-unit", Role.MAPPA_COORDINATOR, "CSR");
        var names = new Misspellings(20260428);
        var known = manyPeople(names);
        var missed = new ArrayList<String>();
        for (int i = 0; i < TRIES; i++) {
            var person = known.get(names.below(known.size()));
            var given = person.forenames().split(" ")[0];
            var typed =
                    switch (i % 4) {
                        case 0 -> typed(names.wrong(person.surname()), given, person.born());
                        case 1 -> typed(names.wrong(person.surname()), names.wrong(given), null);
                        case 2 -> typed(names.wrong(person.alias()), given, null);
                        default -> typed(given, person.surname(), null); // the wrong way round
                    };
            if (!found(typed, unit).contains(person.id())) {
                missed.add(
                        "%s %s (%s) as %s %s"
                                .formatted(
                                        person.forenames(),
                                        person.surname(),
                                        person.alias(),
                                        typed.forenames(),
                                        typed.surname()));
            }
        }
        System.out.printf(
                "Search: %d of %d misspelt names found among the first %d%n",
                TRIES - missed.size(), TRIES, SHOWN);
        assertThat(missed).hasSizeLessThanOrEqualTo(TRIES * 2 / 100);
    }

    private List<UUID> found(SearchPeople typed, Actor unit) {
        return people.as(
                unit,
                () ->
                        searches.result(searches.search(typed, unit), unit).matches().stream()
                                .limit(SHOWN)
                                .map(PersonMatch::personId)
                                .toList());
    }

    private static SearchPeople typed(String surname, String forenames, @Nullable LocalDate born) {
        return new SearchPeople(
                SearchReason.CASE_WORK, surname, forenames, born, null, null, null, null);
    }

    /// Straight into the tables: the service would compare each with all before.
    private static List<Known> manyPeople(Misspellings names) throws SQLException {
        var known = new ArrayList<Known>();
        try (var owner = RealParts.as("mappa_owner")) {
            for (int i = 0; i < PEOPLE; i++) {
                var person =
                        new Known(
                                UUID.randomUUID(),
                                names.surname(),
                                names.forenames(),
                                LocalDate.of(1945, 1, 1).plusDays(names.below(60 * 365)),
                                names.surname());
                known.add(person);
                insert(owner, person);
            }
        }
        return known;
    }

    private static void insert(Connection owner, Known person) throws SQLException {
        try (var one =
                        owner.prepareStatement(
                                """
                                insert into person (id, version, area, date_of_birth, sex_missing,
                                    ethnicity_missing, nationality_missing, language_missing,
                                    interpreter_needed_missing, recorded_at)
                                values (?, 0, 'CSR', ?, 'NOT_RECORDED', 'NOT_RECORDED', 'NOT_RECORDED',
                                    'NOT_RECORDED', 'NOT_RECORDED', now())
                                """);
                var name =
                        owner.prepareStatement(
                                """
                                insert into person_name (id, person_id, kind, surname, forenames, recorded_at)
                                values (uuidv7(), ?, ?, ?, ?, now())
                                """);
                var grant =
                        owner.prepareStatement(
                                """
                                insert into case_grant (id, principal, subject_id, relation, from_at)
                                values (uuidv7(), 'UNIT:CSR', ?, 'UNIT', now())
                                """)) {
            one.setObject(1, person.id());
            one.setObject(2, person.born());
            one.executeUpdate();
            name.setObject(1, person.id());
            for (var kind : NameKind.values()) {
                if (kind == NameKind.FORMER) {
                    continue;
                }
                name.setString(2, kind.name());
                name.setString(3, kind == NameKind.CURRENT ? person.surname() : person.alias());
                name.setString(4, person.forenames());
                name.executeUpdate();
            }
            grant.setObject(1, person.id());
            grant.executeUpdate();
        }
    }
}
