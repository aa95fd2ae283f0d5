package mappa.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.caseload.CreatePerson.Verdict;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.time.London;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CaseloadServiceTest {

    @Inject CaseloadService service;
    @Inject CaseReadingService reading;
    @Inject TestPeople people;
    @Inject Clock clock;

    private Actor unit;
    private UUID probation;
    private LocalDate today;

    @BeforeEach
    void somebodyOfTheUnit() {
        unit = people.person("caseload-unit", Role.MAPPA_COORDINATOR, "CLA");
        probation = people.agency("CLA", "Probation Service");
        today = London.today(clock);
    }

    @Test
    void createsAPersonWhomTheUnitMayReadAndOtherAreasMayNot() {
        var id = create(somebody("Wetherby", "Ptolemy"));

        var view = people.as(unit, () -> service.person(id, unit));
        assertThat(view.name().shown()).isEqualTo("Ptolemy Wetherby");
        assertThat(view.sex()).isEqualTo(Fact.notRecorded());

        var stranger = people.person("caseload-stranger", Role.MAPPA_COORDINATOR, "CLB");
        assertThatThrownBy(() -> people.as(stranger, () -> service.person(id, stranger)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void showsNearDuplicatesBeforeASecondRecordIsMade() {
        var born = LocalDate.of(1979, 8, 14);
        var first = create(details("Quillfeather", "Marguerite", born));
        var again = details("Quilfether", "Margarite", born);

        var compare = create(again, Map.of());
        assertThat(compare).isInstanceOf(PersonOutcome.Compare.class);
        assertThat(((PersonOutcome.Compare) compare).candidates())
                .extracting(PersonMatch::personId)
                .containsExactly(first);

        assertThat(create(again, Map.of(first, Verdict.SAME)))
                .isEqualTo(new PersonOutcome.Recognised(first));
        assertThat(create(again, Map.of(first, Verdict.DIFFERENT)))
                .isInstanceOf(PersonOutcome.Created.class);
    }

    @Test
    void theSameIdentifierIsANearDuplicateWhateverTheName() {
        var crn = Identifier.of(IdentifierKind.CRN, "Q918273", "crn");
        var first = create(with(somebody("Abbotsbury", "Cornelius"), crn));

        var found =
                people.as(
                        unit,
                        () ->
                                service.findNearDuplicates(
                                        with(somebody("Zzyzx", "Vortigern"), crn), unit));

        assertThat(found).extracting(PersonMatch::personId).containsExactly(first);
        assertThat(found.getFirst().reasons()).containsExactly(MatchReason.SAME_CRN);
    }

    @Test
    void numbersCasesWithoutAGapWhenManyAreOpenedAtOnceAndSomeFail() throws Exception {
        people.agency("CLN", "Probation Service");
        var opener = people.person("caseload-numbers", Role.MAPPA_COORDINATOR, "CLN");
        var persons = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            persons.add(create(somebody("Gapfree" + (char) ('a' + i) + "xq", "Number"), opener));
        }
        List<Callable<String>> tasks = new ArrayList<>();
        for (var person : persons) {
            tasks.add(
                    () ->
                            people.as(
                                    opener,
                                    () -> service.openCaseFor(person, "CLN", opener).reference()));
            tasks.add(
                    () -> {
                        try {
                            return people.as(
                                    opener,
                                    () ->
                                            service.openCaseFor(UUID.randomUUID(), "CLN", opener)
                                                    .reference());
                        } catch (NotFound refused) {
                            return "refused";
                        }
                    });
        }
        var references = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var done : pool.invokeAll(tasks)) {
                references.add(done.get());
            }
        }
        references.removeIf("refused"::equals);
        var year = today.getYear() % 100;
        var expected = new ArrayList<String>();
        for (int i = 1; i <= 12; i++) {
            expected.add("CLN-%02d-%04d".formatted(year, i));
        }
        assertThat(references).containsExactlyInAnyOrderElementsOf(expected);
        // a second opening finds the first
        assertThat(people.as(opener, () -> service.openCaseFor(persons.getFirst(), "CLN", opener)))
                .extracting(CaseSummary::reference)
                .isIn(references);
    }

    @Test
    @Tag("CAT-01")
    void refusesASecondCategoryAndKeepsTheFirst() {
        var caseId = aCase("Hollingbourne", "Perpetua");
        open(caseId, Category.CATEGORY_1, Basis.STATUTORY, Level.LEVEL_1);

        assertThatThrownBy(() -> open(caseId, Category.CATEGORY_2, Basis.STATUTORY, Level.LEVEL_1))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(CaseloadRule.ONE_CATEGORY));
        assertThat(view(caseId).standing().category()).isEqualTo(Category.CATEGORY_1);
    }

    @Test
    @Tag("CAT-01")
    void theDatabaseRefusesASecondCategoryToo() throws SQLException {
        var caseId = aCase("Kesteven", "Barnaby");
        open(caseId, Category.CATEGORY_1, Basis.STATUTORY, Level.LEVEL_1);

        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            assertThatThrownBy(
                            () ->
                                    statement.execute(
                                            """
                                            insert into mappa_eligibility select
                                                uuidv7(), spell_id, person_id, case_id, area, 'CATEGORY_2', basis,
                                                lead_agency_id, end_reason, valid_from, valid_to, recorded_at,
                                                recorded_by, null
                                            from mappa_eligibility where case_id = '%s'
                                            """
                                                    .formatted(caseId)))
                    .hasMessageContaining("cat_01_one_category");
        }
    }

    @Test
    void theServerCannotOverwriteOrDeleteAFact() throws SQLException {
        try (var app = RealParts.as("mappa_app");
                var statement = app.createStatement()) {
            for (var sql :
                    List.of(
                            "update level_spell set level = 'LEVEL_3'",
                            "update mappa_eligibility set valid_to = null",
                            "update person set date_of_birth = null",
                            "update person_name set surname = 'x'",
                            "delete from level_spell",
                            "delete from person",
                            "delete from mappa_case")) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void showsNothingToADatabaseSessionWithoutAnActor() throws SQLException {
        aCase("Lanchester", "Eglantine");
        try (var app = RealParts.as("mappa_app");
                var statement = app.createStatement()) {
            for (var table :
                    List.of(
                            "person",
                            "person_name",
                            "person_identifier",
                            "person_address",
                            "mappa_case",
                            "mappa_eligibility",
                            "level_spell",
                            "location_spell",
                            "sentence_date",
                            "search_result",
                            "not_eligible_check",
                            "person_comparison",
                            "case_number")) {
                var rows = statement.executeQuery("select count(*) from " + table);
                rows.next();
                assertThat(rows.getInt(1)).as(table).isZero();
            }
            var found =
                    statement.executeQuery(
                            """
                            select count(*) from search_person('Lanchester', null, null, null, null, null,
                                null, null, null, 20)
                            """);
            found.next();
            assertThat(found.getInt(1)).isZero();
        }
    }

    @Test
    void acceptanceSetsTheLevelOfACaseThatTheVoterCannotSee() {
        var caseId = aCase("Mablethorpe", "Thaddeus");
        open(caseId, Category.CATEGORY_1, Basis.STATUTORY, Level.LEVEL_1);
        people.as(
                unit,
                () ->
                        service.recordDates(
                                caseId,
                                Map.of(DateKind.SENTENCE, Fact.known(today.minusDays(3))),
                                unit));
        var voter = people.person("caseload-voter", Role.PANEL_MEMBER, "CLA");
        assertThatThrownBy(() -> people.as(voter, () -> reading.view(caseId, null, voter)))
                .isInstanceOf(NotFound.class);

        var accepted =
                people.as(
                        voter,
                        () ->
                                service.accept(
                                        caseId,
                                        wanted(
                                                Category.CATEGORY_3,
                                                Basis.DISCRETIONARY,
                                                Level.LEVEL_2),
                                        new StatedFacts(null, java.util.Map.of()),
                                        voter));

        assertThat(accepted.level()).isEqualTo(Level.LEVEL_2);
        assertThat(accepted.held()).isFalse();
        assertThat(accepted.sentencedOn()).isEqualTo(Fact.known(today.minusDays(3)));
        var standing = view(caseId).standing();
        assertThat(standing.category()).isEqualTo(Category.CATEGORY_1);
        assertThat(standing.level()).isEqualTo(Level.LEVEL_2);
        assertThatThrownBy(() -> people.as(voter, () -> reading.view(caseId, null, voter)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void acceptanceOpensADiscretionaryCategory() {
        var caseId = aCase("Norbreck", "Octavia");

        people.as(
                unit,
                () ->
                        service.accept(
                                caseId,
                                wanted(Category.CATEGORY_3, Basis.DISCRETIONARY, Level.LEVEL_3),
                                new StatedFacts(null, java.util.Map.of()),
                                unit));

        assertThat(view(caseId).standing().category()).isEqualTo(Category.CATEGORY_3);
        assertThat(view(caseId).standing().leadAgency()).isEqualTo("Probation Service");
    }

    @Test
    void aCaseThatIsNotOnesOwnIsNotThere() {
        var caseId = aCase("Ottershaw", "Leander");
        var stranger = people.person("caseload-stranger", Role.MAPPA_COORDINATOR, "CLB");

        assertThatThrownBy(
                        () ->
                                people.as(
                                        stranger,
                                        () ->
                                                service.endEligibility(
                                                        caseId,
                                                        today,
                                                        EndReason.DECEASED,
                                                        stranger)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anOwnerSeesTheirCaseFromWhenTheyAreNamed() {
        var caseId = aCase("Pocklington", "Isolde");
        var owner = people.person("caseload-owner", Role.CASE_OWNER, "CLA", probation);
        assertThatThrownBy(() -> people.as(owner, () -> reading.view(caseId, null, owner)))
                .isInstanceOf(NotFound.class);

        people.as(unit, () -> service.nameOwner(caseId, owner.personId(), probation, unit));

        assertThat(people.as(owner, () -> reading.view(caseId, null, owner)).owner())
                .isEqualTo("caseload-owner");
    }

    @Test
    void recordsWhereThePersonIsAndTheDatesOfTheSentence() {
        var caseId = aCase("Ringwould", "Ambrose");
        var release = today.plusMonths(3);
        people.as(
                unit,
                () -> {
                    service.recordLocation(
                            caseId, Location.PRISON, "HMP Farfield", today.minusYears(1), unit);
                    service.recordDates(
                            caseId, Map.of(DateKind.RELEASE, Fact.known(release)), unit);
                    service.recordDates(
                            caseId,
                            Map.of(DateKind.RELEASE, Fact.known(release.plusDays(1))),
                            unit);
                });

        var view = view(caseId);
        assertThat(view.location().location()).isEqualTo(Location.PRISON);
        assertThat(view.releaseOn()).isEqualTo(Fact.known(release.plusDays(1)));
        assertThat(view.sentencedOn()).isEqualTo(Fact.notRecorded());
    }

    private CaseView view(UUID caseId) {
        return people.as(unit, () -> reading.view(caseId, null, unit));
    }

    private void open(UUID caseId, Category category, Basis basis, Level level) {
        people.as(
                unit, () -> service.openEligibility(caseId, wanted(category, basis, level), unit));
    }

    private OpenEligibility wanted(Category category, Basis basis, Level level) {
        return new OpenEligibility(
                category,
                basis,
                Set.of(),
                today,
                probation,
                level,
                level == Level.LEVEL_1
                        ? CaseloadFixtures.BY_LEAD_AGENCY
                        : CaseloadFixtures.BY_SCREENING);
    }

    private UUID aCase(String surname, String forenames) {
        var person = create(somebody(surname, forenames));
        return people.as(unit, () -> service.openCaseFor(person, "CLA", unit)).id();
    }

    private UUID create(PersonDetails details) {
        return create(details, unit);
    }

    private UUID create(PersonDetails details, Actor by) {
        return people.as(by, () -> CaseloadFixtures.create(service, details, by));
    }

    private PersonOutcome create(PersonDetails details, Map<UUID, Verdict> verdicts) {
        return people.as(
                unit, () -> service.createPerson(new CreatePerson(details, verdicts), unit));
    }

    private static PersonDetails somebody(String surname, String forenames) {
        return PersonDetails.of(PersonName.of(surname, forenames), Fact.notRecorded());
    }

    private static PersonDetails details(String surname, String forenames, LocalDate born) {
        return PersonDetails.of(PersonName.of(surname, forenames), Fact.known(born));
    }

    private static PersonDetails with(PersonDetails details, Identifier identifier) {
        return new PersonDetails(
                details.name(),
                details.aliases(),
                details.dateOfBirth(),
                details.sex(),
                details.ethnicity(),
                details.nationality(),
                details.language(),
                details.interpreterNeeded(),
                List.of(identifier));
    }
}
