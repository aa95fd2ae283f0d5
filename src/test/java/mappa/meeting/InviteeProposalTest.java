package mappa.meeting;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.AgencyService;
import mappa.agency.AgreementKind;
import mappa.agency.Occasion;
import mappa.agency.OccasionService;
import mappa.agency.RecordAgreement;
import mappa.agency.SetOccasion;
import mappa.caseload.CaseloadService;
import mappa.caseload.CircumstanceKind;
import mappa.caseload.CircumstanceService;
import mappa.caseload.Location;
import mappa.caseload.SetCircumstance;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.rule.RuleBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which agencies are proposed for a meeting and which are left out, each with its reason; and that
/// nobody but an agency is ever asked.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class InviteeProposalTest {

    private static final String AREA = "MIP";
    private static final String UNIT = AREA + "-administrator";

    @Inject MeetingStories stories;
    @Inject MeetingService service;
    @Inject InvitationService invitations;
    @Inject RecordService records;
    @Inject CircumstanceService circumstances;
    @Inject OccasionService occasions;
    @Inject CaseloadService caseload;
    @Inject AgencyService agencies;
    @Inject TestPeople people;

    private MeetingStories.Circle circle;
    private UUID caseId;
    private UUID meeting;

    @BeforeEach
    void aMeetingIsArranged() {
        circle = stories.circle(AREA);
        agency("Prison", "RESPONSIBLE_AUTHORITY", "PRISON");
        agency("Youth justice", "DUTY_TO_COOPERATE", "YOUTH_OFFENDING");
        agency("Childrens services", "DUTY_TO_COOPERATE", "SOCIAL_SERVICES");
        agency("Mental health trust", "DUTY_TO_COOPERATE", "NHS_TRUST");
        agency("Tags", "DUTY_TO_COOPERATE", "ELECTRONIC_MONITORING");
        agency("Immigration", "DUTY_TO_COOPERATE", "IMMIGRATION");
        agency("Defence", "DUTY_TO_COOPERATE", "DEFENCE");
        MeetingStories.execute(
                "update agency set kind = 'INVITED' where id = '%s'"
                        .formatted(people.agency(AREA, "Fire service")));
        people.person(AREA + "-vlo", Role.VLO, AREA, people.agency(AREA, "Victim liaison"));
        caseId = stories.accepted(circle, 2);
        meeting = stories.arranged(circle, caseId, 5);
    }

    private void agency(String name, String kind, String body) {
        MeetingStories.execute(
                "update agency set kind = '%s', body = '%s' where id = '%s'"
                        .formatted(kind, body, people.agency(AREA, name)));
    }

    @Test
    @Tag("MTG-07")
    void policeProbationAndTheLeadAgencyComeToEveryMeeting() {
        assertThat(proposed("Police").reasons())
                .contains(InviteReason.RESPONSIBLE_AUTHORITY, InviteReason.POLICE_OFFICER);
        assertThat(proposed("Probation").reasons()).contains(InviteReason.RESPONSIBLE_AUTHORITY);
        assertThat(service(() -> service.proposed(meeting, unit())))
                .filteredOn(one -> one.reasons().contains(InviteReason.LEAD))
                .singleElement()
                .satisfies(one -> assertThat(one.relevance()).isEqualTo(Relevance.CORE));
    }

    @ParameterizedTest
    @Tag("MTG-07")
    @CsvSource({
        "Prison, NOT_IN_CUSTODY",
        "Youth justice, AGE_NOT_KNOWN",
        "Childrens services, AGE_NOT_KNOWN",
        "Mental health trust, NOT_IN_HOSPITAL",
        "Tags, NOT_TAGGED",
        "Immigration, NO_IMMIGRATION_QUESTION",
        "Defence, NOT_ARMED_FORCES",
        "Victim liaison, NO_VICTIM_CONTACT"
    })
    void eachLeftOutIsLeftOutForAReason(String agency, LeftOutReason reason) {
        assertThat(proposed(agency).isProposed()).isFalse();
        assertThat(proposed(agency).against()).containsExactly(LeftOutReason.NOT_CORE, reason);
    }

    @Test
    @Tag("CAT-12")
    @Tag("GRP-01")
    void aChildsMeetingAsksYouthJusticeAndChildrensServices() {
        born("current_date - interval '17 years'");
        for (var agency : List.of("Youth justice", "Childrens services")) {
            assertThat(proposed(agency).isProposed()).isTrue();
            assertThat(proposed(agency).reasons()).containsExactly(InviteReason.CHILD);
        }
        born("current_date - interval '18 years'");
        for (var agency : List.of("Youth justice", "Childrens services")) {
            assertThat(proposed(agency).against()).contains(LeftOutReason.NOT_A_CHILD);
        }
    }

    @ParameterizedTest
    @Tag("MTG-07")
    @CsvSource({
        "PRISON, Prison, CUSTODY",
        "HOSPITAL_MHA, Mental health trust, HOSPITAL",
        "IMMIGRATION_DETENTION, Immigration, IMMIGRATION"
    })
    void whereThePersonIsAsksForWhoeverHoldsThem(
            Location location, String agency, InviteReason reason) {
        as(() -> caseload.recordLocation(caseId, location, null, stories.today(), unit()));
        assertThat(proposed(agency).isProposed()).isTrue();
        assertThat(proposed(agency).reasons()).containsExactly(reason);
        as(
                () ->
                        caseload.recordLocation(
                                caseId, Location.COMMUNITY, null, stories.today(), unit()));
        assertThat(proposed(agency).isProposed()).isFalse();
    }

    @ParameterizedTest
    @Tag("MTG-07")
    @Tag("GRP-03")
    @CsvSource({
        "ELECTRONIC_MONITORING, Tags",
        "IMMIGRATION, Immigration",
        "ARMED_FORCES, Defence",
        "VICTIM_CONTACT, Victim liaison"
    })
    void aCircumstanceAsksForItsAgencyAsLongAsItLasts(CircumstanceKind kind, String agency) {
        say(kind);
        assertThat(proposed(agency).isProposed()).isTrue();
        assertThat(proposed(agency).relevance()).isEqualTo(Relevance.CASE_SPECIFIC);
        assertThat(proposed(agency).reasons()).containsExactly(InviteReason.valueOf(kind.name()));
        var lasting = service(() -> circumstances.all(caseId, unit())).getFirst();
        as(() -> circumstances.end(caseId, lasting.id(), stories.today(), "Over", unit()));
        assertThat(proposed(agency).isProposed()).isFalse();
    }

    @Test
    @Tag("MTG-07")
    @Tag("INF-05")
    void arsonAsksForTheFireServiceThatTheAreaNamesOnceItMayBeAsked() {
        var fire = people.agency(AREA, "Fire service");
        MeetingStories.execute("delete from agreement where agency_id = '%s'".formatted(fire));
        MeetingStories.execute("delete from occasion_list where area_code = '%s'".formatted(AREA));
        say(CircumstanceKind.ARSON);
        assertThat(proposed("Fire service").reasons()).isEmpty();
        var coordinator = circle.team().coordinatorA();
        people.as(
                coordinator,
                () ->
                        occasions.set(
                                new SetOccasion(Occasion.ARSON, List.of(fire), 0), coordinator));
        assertThat(proposed("Fire service").reasons()).containsExactly(InviteReason.ARSON);
        assertThat(proposed("Fire service").isProposed()).isFalse();
        assertThat(proposed("Fire service").against()).containsExactly(LeftOutReason.NO_AGREEMENT);
        browser(UNIT)
                .get("/meetings/%s/invitations".formatted(meeting))
                .then()
                .body(containsString("Proposed: the person has set fires, or may"))
                .body(containsString("Left out: a guest without"));
        people.as(
                coordinator,
                () ->
                        agencies.recordAgreement(
                                new RecordAgreement(
                                        fire,
                                        AgreementKind.INFORMATION_SHARING,
                                        stories.today().minusDays(30),
                                        stories.today().plusDays(60),
                                        -1),
                                coordinator));
        assertThat(proposed("Fire service").isProposed()).isTrue();
    }

    @Test
    @Tag("MTG-07")
    void thePageTicksAllThatAreProposedAndNoOther() {
        var ticked =
                browser(UNIT)
                                .get("/meetings/%s/invitations".formatted(meeting))
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString()
                                .split(" checked ")
                                .length
                        - 1;
        var proposed = service(() -> service.proposed(meeting, unit()));
        assertThat(ticked)
                .isGreaterThan(1)
                .isEqualTo((int) proposed.stream().filter(ProposedInvitee::isProposed).count());
    }

    @Test
    @Tag("MTG-07")
    void leavingACoreAgencyOutAsksForAReasonThatStaysReadable() {
        var page = "/meetings/%s/invitations".formatted(meeting);
        var police = circle.agencies().getFirst();
        var others = List.of(circle.agencies().get(1), circle.agencies().get(2));
        form(UNIT, page)
                .formParam("action", "send")
                .formParam("agency", others)
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Police is a core agency: say why it is not invited"));
        form(UNIT, page)
                .formParam("action", "send")
                .formParam("agency", others)
                .formParam("left-out-" + police, "Its officer is a witness")
                .post(page)
                .then()
                .statusCode(303);
        browser(UNIT)
                .get(page)
                .then()
                .body(containsString("Core agencies left out"))
                .body(containsString("Its officer is a witness"));
        browser(AREA + "-meeting-chair")
                .get(page)
                .then()
                .body(containsString("Its officer is a witness"));
        browser(AREA + "-spoc-probation")
                .get(page)
                .then()
                .body(not(containsString("Its officer is a witness")));
    }

    @Test
    @Tag("ACC-04")
    @Tag("ACC-05")
    void theIndividualCanBeAskedByNoPath() {
        var person = stories.meeting(circle, meeting);
        var individual = individual();
        for (var id : List.of(individual, caseId, person.cycleId(), unit().personId())) {
            var asked = List.of(Map.of("agency", id, "relevance", "CASE_SPECIFIC"));
            var leftOut = Map.of(circle.agencies().get(0), "No", circle.agencies().get(1), "No");
            program(UNIT)
                    .contentType(ContentType.JSON)
                    .body(Map.of("agencies", asked, "leftOut", leftOut))
                    .post("/api/meetings/%s/invitations".formatted(meeting))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/agencies"))
                    .body("errors[0].detail", containsString("Choose agencies of this area"));
        }
        var invited = stories.invited(circle, stories.accepted(circle, 2), 6);
        for (var id : List.of(individual, caseId)) {
            program(UNIT)
                    .contentType(ContentType.JSON)
                    .body(Map.of("agency", id, "relevance", "OBSERVER"))
                    .post("/api/meetings/%s/agencies".formatted(invited))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/agency"));
        }
        assertThat(stories.meeting(circle, invited).invitations()).hasSize(3);
    }

    @Test
    @Tag("ACC-04")
    void anAgencyNamesTheIndividualNeitherAsDeputyNorAsWhoCame() {
        var id = stories.invited(circle, stories.accepted(circle, 2), 1);
        var housing = circle.spocs().get(2);
        var own =
                stories.meeting(circle, id).invitations().stream()
                        .filter(one -> one.agencyId().equals(housing.agency()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        var name = name(id);
        for (var typed : List.of(name, name.toUpperCase(), reversed(name))) {
            var answer =
                    new AnswerInvitation(InvitationAnswer.DEPUTY, typed, "Manager", null, null);
            var refused =
                    catchThrowableOfType(
                            RuleBroken.class,
                            () ->
                                    people.as(
                                            housing,
                                            () -> invitations.answer(own, answer, housing)));
            assertThat(refused.rule().id()).isEqualTo("ACC-04");
        }
        people.as(circle.chair(), () -> service.start(id, "Brought forward", circle.chair()));
        var line =
                new RecordAttendance.Line(
                        housing.agency(),
                        AttendanceKind.ATTENDED,
                        name,
                        "Manager",
                        LocalTime.NOON,
                        null,
                        false,
                        0);
        var refused =
                catchThrowableOfType(
                        RuleBroken.class,
                        () ->
                                as(
                                        () ->
                                                records.attendance(
                                                        id,
                                                        new RecordAttendance(List.of(line)),
                                                        unit())));
        assertThat(refused.rule().id()).isEqualTo("ACC-04");
    }

    private static String reversed(String name) {
        var words = name.split(" ");
        return words[1] + ", " + words[0];
    }

    private String name(UUID meetingId) {
        return text(
                "select concat_ws(' ', n.forenames, n.surname) from person_name n"
                        + " join meeting m on m.person_id = n.person_id where m.id = '%s'"
                                .formatted(meetingId));
    }

    private UUID individual() {
        return UUID.fromString(
                text("select person_id from meeting where id = '%s'".formatted(meeting)));
    }

    private void born(String day) {
        MeetingStories.execute(
                "update person set date_of_birth = %s, date_of_birth_missing = null where id = '%s'"
                        .formatted(day, individual()));
    }

    private static String text(String sql) {
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void say(CircumstanceKind kind) {
        as(
                () ->
                        circumstances.set(
                                caseId,
                                new SetCircumstance(kind, stories.today(), "Told by the owner"),
                                unit()));
    }

    private ProposedInvitee proposed(String agency) {
        return service(() -> service.proposed(meeting, unit())).stream()
                .filter(one -> one.name().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private Actor unit() {
        return circle.unit();
    }

    private <T> T service(java.util.function.Supplier<T> work) {
        return stories.as(unit(), work);
    }

    private void as(Runnable work) {
        people.as(unit(), work);
    }
}
