package mappa.meeting;

import static mappa.TestPeople.browser;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.AgencyService;
import mappa.agency.AgreementKind;
import mappa.agency.RecordAgreement;
import mappa.identity.Actor;
import mappa.identity.Grade;
import mappa.identity.Role;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The grade of a chair and the agreements with guests are asked before a meeting stands.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MeetingConditionsTest {

    private static final String UNIT = "MCO-administrator";

    @Inject MeetingStories stories;
    @Inject MeetingService service;
    @Inject AgencyService agencies;
    @Inject TestPeople people;

    private MeetingStories.Circle circle;
    private UUID guest;

    @BeforeEach
    void people() {
        circle = stories.circle("MCO");
        guest = people.agency("MCO", "Fire and rescue");
        MeetingStories.execute(
                "update agency set kind = 'INVITED' where id = '%s'".formatted(guest));
        agreement(null);
    }

    @Test
    @Tag("MTG-06")
    void aMiddleManagerChairsLevel2AndNotLevel3() {
        var chair = chair("MCO-middle-manager", Grade.MIDDLE_MANAGER);
        var high = stories.cycle(circle, stories.accepted(circle, 3));
        program(UNIT)
                .contentType(ContentType.JSON)
                .body(body(chair))
                .post("/api/meetings/cycles/%s/meetings".formatted(high.id()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/chair"))
                .body(
                        "errors[0].detail",
                        containsString("Level 3 is a senior manager, superintendent or equivalent"))
                .body("errors[0].detail", containsString("Middle manager (police inspector"))
                .body("errors[0].detail", containsString("Choose another chair"));
        browser(UNIT)
                .get("/meetings/new/" + high.caseId())
                .then()
                .statusCode(200)
                .body(containsString("MCO-meeting-chair, Senior manager"))
                .body(not(containsString("MCO-middle-manager, Middle")));
        var low = stories.cycle(circle, stories.accepted(circle, 2));
        program(UNIT)
                .contentType(ContentType.JSON)
                .body(body(chair))
                .post("/api/meetings/cycles/%s/meetings".formatted(low.id()))
                .then()
                .statusCode(201);
        browser(UNIT)
                .get("/meetings/new/" + low.caseId())
                .then()
                .body(containsString("MCO-middle-manager, Middle manager"));
    }

    @Test
    @Tag("MTG-06")
    void aChairWhoseGradeNobodyRecordedChairsNothing() {
        var chair = chair("MCO-unknown", null);
        var cycle = stories.cycle(circle, stories.accepted(circle, 2));
        var refused =
                refused(
                        () ->
                                service.arrange(
                                        cycle.id(), at(stories.at(circle, 5), chair), unit()));
        assertThat(refused.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo("chair");
                            assertThat(problem.arguments()).containsExactly("Not recorded");
                        });
    }

    @Test
    @Tag("ACC-03")
    void whoeverHasDeclaredAConflictOfInterestDoesNotChairThatCase() {
        var chair = chair("MCO-knows-them", Grade.SENIOR_MANAGER);
        var cycle = stories.cycle(circle, stories.accepted(circle, 2));
        MeetingStories.execute(
                """
                insert into case_exclusion (id, subject_id, user_id, reason, from_at)
                values (gen_random_uuid(), '%s', '%s', 'CONFLICT_OF_INTEREST', now())
                """
                        .formatted(cycle.caseId(), chair));
        var refused =
                refused(
                        () ->
                                service.arrange(
                                        cycle.id(), at(stories.at(circle, 5), chair), unit()));
        assertThat(refused.problems())
                .extracting(Invalid.Problem::message)
                .containsExactly("meeting.chair-has-conflict");
        browser(UNIT)
                .get("/meetings/new/" + cycle.caseId())
                .then()
                .body(not(containsString("MCO-knows-them")));
        var other = stories.cycle(circle, stories.accepted(circle, 2));
        browser(UNIT)
                .get("/meetings/new/" + other.caseId())
                .then()
                .body(containsString("MCO-knows-them"));
    }

    @Test
    @Tag("MTG-06")
    void aMovedMeetingIsAskedAgain() {
        var chair = chair("MCO-middle-manager", Grade.MIDDLE_MANAGER);
        var id = stories.arranged(circle, stories.accepted(circle, 3), 5);
        var refused =
                refused(
                        () -> {
                            service.move(id, at(stories.at(circle, 6), chair), "Room", unit());
                            return null;
                        });
        assertThat(refused.problems()).extracting(Invalid.Problem::field).containsExactly("chair");
        assertThat(stories.meeting(circle, id).changes()).isZero();
    }

    @Test
    @Tag("INF-05")
    void aGuestWithoutAnAgreementIsNeitherInvitedNorAdded() {
        var caseId = stories.accepted(circle, 2);
        var id = stories.arranged(circle, caseId, 5);
        var asked = new SendInvitations.Asked(guest, Relevance.CASE_SPECIFIC);
        var everybody = new java.util.ArrayList<>(List.of(asked));
        circle.agencies()
                .forEach(one -> everybody.add(new SendInvitations.Asked(one, Relevance.CORE)));
        program(UNIT)
                .contentType(ContentType.JSON)
                .body(Map.of("agencies", everybody, "leftOut", Map.of()))
                .post("/api/meetings/%s/invitations".formatted(id))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/agencies"))
                .body("errors[0].detail", containsString("Fire and rescue is a guest"))
                .body("errors[0].detail", containsString("Found: Not recorded"))
                .body("errors[0].detail", containsString("record its agreement under Agencies"));
        var later = stories.invited(circle, stories.accepted(circle, 2), 5);
        assertThat(refused(() -> service.add(later, asked, unit())).problems())
                .extracting(Invalid.Problem::field)
                .containsExactly("agency");
        agreement(60);
        assertThat(stories.askLate(circle, later, guest)).isNotNull();
    }

    @Test
    @Tag("INF-05")
    void aGuestsAgreementMustLastUntilTheDayToWhichAMeetingIsMoved() {
        agreement(7);
        var id = stories.invited(circle, stories.accepted(circle, 2), 5);
        stories.askLate(circle, id, guest);
        var refused =
                refused(
                        () -> {
                            service.move(id, stories.at(circle, 9), "Room taken", unit());
                            return null;
                        });
        assertThat(refused.problems())
                .extracting(Invalid.Problem::message)
                .containsExactly("meeting.no-agreement");
        agreement(10);
        people.as(unit(), () -> service.move(id, stories.at(circle, 9), "Room taken", unit()));
        assertThat(stories.meeting(circle, id).changes()).isEqualTo(1);
    }

    private Actor unit() {
        return circle.unit();
    }

    private <T> Invalid refused(java.util.function.Supplier<T> work) {
        return catchThrowableOfType(Invalid.class, () -> people.as(unit(), work));
    }

    private UUID chair(String name, @Nullable Grade grade) {
        var chair = people.person(name, Role.CHAIR, "MCO", circle.agencies().getFirst());
        MeetingStories.execute(
                "update appointment set grade = %s where user_id = '%s'"
                        .formatted(grade == null ? "null" : "'" + grade + "'", chair.personId()));
        return chair.personId();
    }

    private Map<String, Object> body(UUID chair) {
        return Map.of(
                "type",
                "REVIEW",
                "startsAt",
                stories.free(circle, stories.today().plusDays(5)).toString(),
                "minutesLong",
                15,
                "mode",
                "TEAMS",
                "chair",
                chair);
    }

    private static ArrangeMeeting at(ArrangeMeeting of, UUID chair) {
        return new ArrangeMeeting(
                of.type(),
                of.startsAt(),
                of.minutesLong(),
                of.mode(),
                null,
                null,
                chair,
                null,
                of.returnsDueOn(),
                false);
    }

    /// @param reviewIn days until the agreement of the guest is reviewed; null takes it back
    private void agreement(@Nullable Integer reviewIn) {
        if (reviewIn == null) {
            MeetingStories.execute("delete from agreement where agency_id = '%s'".formatted(guest));
            return;
        }
        var coordinator = circle.team().coordinatorA();
        people.as(
                coordinator,
                () ->
                        agencies.recordAgreement(
                                new RecordAgreement(
                                        guest,
                                        AgreementKind.INFORMATION_SHARING,
                                        stories.today().minusDays(90),
                                        stories.today().plusDays(reviewIn),
                                        -1),
                                coordinator));
    }
}
