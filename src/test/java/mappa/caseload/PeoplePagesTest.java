package mappa.caseload;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class PeoplePagesTest {

    private static final String UNIT = "people-unit";
    private static final LocalDate BORN = LocalDate.of(1981, 7, 23);

    @Inject TestPeople people;
    @Inject CaseloadService caseload;

    private Actor unit;

    @BeforeEach
    void somebodyOfTheUnit() {
        unit = people.person(UNIT, Role.MAPPA_COORDINATOR, "CPA");
        people.person("people-stranger", Role.MAPPA_ADMINISTRATOR, "CPB");
    }

    @Test
    void asksWhyBeforeItSearches() {
        form(UNIT, "/people")
                .formParam("surname", "Anybody")
                .post("/people/searches")
                .then()
                .statusCode(400)
                .body(containsString("data-screen=\"S-20\""))
                .body(containsString("Select why you are searching"))
                .body(containsString("value=\"Anybody\""))
                .body("html.head.title", startsWith("Error:"));
    }

    @Test
    void namesEachFieldThatHasNotItsForm() {
        form(UNIT, "/people")
                .formParam("reason", "REFERRAL")
                .formParam("identifierKind", "PRISON_NUMBER")
                .formParam("identifier", "A12")
                .formParam("reference", "NS-1")
                .formParam("bornAbout", "1800")
                .post("/people/searches")
                .then()
                .statusCode(400)
                .body(containsString("Enter a prison number like A1234BC. You entered A12"))
                .body(containsString("Enter a case reference like NS-26-0412. You entered NS-1"))
                .body(containsString("Year of birth must be between 1900"));
        form(UNIT, "/people")
                .formParam("reason", "REFERRAL")
                .post("/people/searches")
                .then()
                .statusCode(400)
                .body(
                        containsString(
                                "Enter a name, a date of birth, a number or a case reference"));
    }

    @Test
    @Tag("SEC-03")
    void findsByAMisspeltNameAndPutsNoNameInTheAddress() {
        somebody("Featherstonehaugh", "Cholmondeley");

        var found = search("surname", "Fetherstonhaugh", "forenames", "Cholmondley");

        assertThat(found).matches(".*/people/searches/[0-9a-f-]{36}");
        browser(UNIT)
                .get(found)
                .then()
                .statusCode(200)
                .body(containsString("data-screen=\"S-20\""))
                .body(containsString("Cholmondeley Featherstonehaugh"))
                .body(containsString("23 July 1981"))
                .body(containsString("No case"));
    }

    @Test
    void saysWhyAPersonWasFound() {
        var id = somebody("Vandersloot", "Hyacinth");
        people.as(
                unit,
                () ->
                        caseload.addToPerson(
                                id,
                                List.of(PersonName.of("Quackenbush", "Hyacinth")),
                                List.of(Identifier.of(IdentifierKind.PNC, "2003/0011985X", "pnc")),
                                unit));

        browser(UNIT)
                .get(search("surname", "Quackenbush"))
                .then()
                .body(containsString("Hyacinth Vandersloot"))
                .body(containsString("alias"));
        browser(UNIT)
                .get(search("surname", "Vandersloot", "forenames", "Hiacynth"))
                .then()
                .body(containsString("sounds like"));
        browser(UNIT)
                .get(search("identifierKind", "PNC", "identifier", "03/11985x"))
                .then()
                .body(containsString("same PNC"))
                .body(containsString("Hyacinth Vandersloot"));
        browser(UNIT)
                .get(search("surname", "Vander", "bornAbout", "1983"))
                .then()
                .body(containsString("begins with"))
                .body(containsString("near that year of birth"));
        browser(UNIT)
                .get(search("surname", "Vander", "bornAbout", "1984"))
                .then()
                .body(not(containsString("Vandersloot")));
    }

    @Test
    void findsByCaseReferenceAndOpensTheCase() {
        var person = somebody("Zephyrine", "Bartholomew");
        var opened = people.as(unit, () -> caseload.openCaseFor(person, "CPA", unit));

        browser(UNIT)
                .get(search("reference", opened.reference().toLowerCase()))
                .then()
                .body(containsString("case reference"))
                .body(containsString("/cases/" + opened.id() + "?search="));
    }

    @Test
    void aSearchIsItsSearchersAloneAndEmptyWordsPromiseNothing() {
        var found = search("surname", "Xqzyw");

        browser(UNIT)
                .get(found)
                .then()
                .statusCode(200)
                .body(
                        containsString(
                                "No one you can see matches. This does not mean the person is not"
                                        + " managed."));
        browser("people-stranger").get(found).then().statusCode(404);
    }

    @Test
    void aSearchIsGoneAfterHalfAnHour() throws SQLException {
        var found = search("surname", "Xqzyw");
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            statement.execute(
                    "update search_result set until_at = now() - interval '1 day' where id = '%s'"
                            .formatted(found.substring(found.lastIndexOf('/') + 1)));
        }
        browser(UNIT).get(found).then().statusCode(404);
    }

    @Test
    @Tag("SEC-02")
    void anotherAreaFindsNobody() {
        somebody("Wigglesworth", "Persephone");
        var found =
                form("people-stranger", "/people")
                        .formParam("reason", "REFERRAL")
                        .formParam("surname", "Wigglesworth")
                        .post("/people/searches")
                        .then()
                        .statusCode(303)
                        .extract()
                        .header("Location");

        browser("people-stranger")
                .get(found)
                .then()
                .body(not(containsString("Persephone")))
                .body(containsString("No one you can see matches"));
    }

    @Test
    void overTwentyAsksToNarrow() {
        for (int i = 0; i < 21; i++) {
            somebody("Twentyoneson", "Number" + (char) ('a' + i));
        }
        browser(UNIT)
                .get(search("surname", "Twentyoneson"))
                .then()
                .body(containsString("More than 20 people match"))
                .body("html.body.**.findAll { it.name() == 'tr' }.size()", equalToInt(21));
    }

    @Test
    void aSearchCanBeChanged() {
        var found = search("surname", "Xqzyw", "forenames", "Jocasta");
        var id = found.substring(found.lastIndexOf('/') + 1);

        browser(UNIT)
                .get("/people?change=" + id)
                .then()
                .statusCode(200)
                .body(containsString("value=\"Xqzyw\""))
                .body(containsString("value=\"Jocasta\""));
        browser("people-stranger").get("/people?change=" + id).then().statusCode(404);
    }

    @Test
    void rolesOutsideTheUnitCannotSearch() {
        people.person("people-referrer", Role.REFERRER, "CPA");

        browser("people-referrer").get("/people").then().statusCode(403);
    }

    @Test
    @Tag("ACC-01")
    void everySearchIsLoggedWithItsReasonAndWithoutWhatWasTyped() throws SQLException {
        var id = somebody("Umbersleigh", "Peregrine");
        browser(UNIT).get(search("surname", "Umbersleigh")).then().statusCode(200);

        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            var rows =
                    statement.executeQuery(
                            """
                            select event, purpose, audit_event::text as everything from audit_event
                            where subject_ids @> array['%s'::uuid] and operation = 'CONSULT'
                            order by sequence
                            """
                                    .formatted(id));
            rows.next();
            assertThat(rows.getString("event")).isEqualTo("people-searched");
            assertThat(rows.getString("purpose")).isEqualTo("CASE_WORK");
            assertThat(rows.getString("everything")).doesNotContainIgnoringCase("umbersleigh");
            rows.next();
            assertThat(rows.getString("event")).isEqualTo("search-result");
            assertThat(rows.next()).isFalse();
        }
    }

    private static Matcher<Integer> equalToInt(int rows) {
        return equalTo(rows);
    }

    /// Searches for case work with the given fields.
    ///
    /// @return where the result is
    private static String search(String... fields) {
        var form = form(UNIT, "/people").formParam("reason", "CASE_WORK");
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form.post("/people/searches").then().statusCode(303).extract().header("Location");
    }

    private UUID somebody(String surname, String forenames) {
        var details = PersonDetails.of(PersonName.of(surname, forenames), Fact.known(BORN));
        return people.as(unit, () -> CaseloadFixtures.create(caseload, details, unit));
    }
}
