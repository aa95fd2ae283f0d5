package mappa.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.Areas;
import mappa.agency.InstallationService;
import mappa.agency.PanelSeat;
import mappa.audit.AuditChain;
import mappa.caseload.CaseloadService;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import mappa.referral.ReferralService;
import mappa.referral.ReferralState;
import mappa.rule.NotFound;
import mappa.time.London;
import mappa.time.WorkingDays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The invented areas under codes of their own, loaded in three goes, the last with nothing to do.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class DemoTest {

    private static final DemoPlaces PLACES = new DemoPlaces("DMN", "DMS");
    private static boolean loaded;

    @Inject DemoLoader loader;
    @Inject DemoService demo;
    @Inject InstallationService installation;
    @Inject Areas areas;
    @Inject Actors actors;
    @Inject AuditChain chain;
    @Inject CaseloadService caseload;
    @Inject ReferralService referrals;
    @Inject TestPeople people;
    @Inject Clock clock;

    @ConfigProperty(name = "mappa.identity.issuer")
    String issuer;

    @BeforeEach
    void load() {
        if (loaded) {
            return;
        }
        loader.load(PLACES, 75); // as after a kill in the middle
        assertThat(count("select count(*) from referral where area_code = 'DMN'")).isLessThan(29);
        loader.load(PLACES);
        var before = everything();
        loader.load(PLACES);
        assertThat(everything()).isEqualTo(before);
        loaded = true;
    }

    @Test
    void hasAReferralInEachState() {
        var states = new TreeMap<String, Long>();
        for (var state : ReferralState.values()) {
            states.put(
                    state.name(),
                    count(
                            "select count(*) from referral where area_code = 'DMN' and state = '%s'"
                                    .formatted(state)));
        }
        assertThat(states).allSatisfy((_, number) -> assertThat(number).isPositive());
        assertThat(states.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(29);
    }

    @Test
    void hasAMeetingInEachStateAndCasesThatAreStillToBeArrangedOrLate() {
        var found = new TreeMap<String, Long>();
        for (var state : List.of("PLANNED", "INVITED", "STARTED", "CLOSED", "ADJOURNED")) {
            found.put(
                    state,
                    count(
                            "select count(*) from meeting where area = 'DMN' and state = '%s'"
                                    .formatted(state)));
        }
        assertThat(found)
                .isEqualTo(
                        Map.of(
                                "PLANNED", 1L,
                                "INVITED", 1L,
                                "STARTED", 2L,
                                "CLOSED", 2L,
                                "ADJOURNED", 1L));
        var open = "select count(*) from meeting_cycle where area = 'DMN' and ended_on is null";
        assertThat(count(open)).isEqualTo(8);
        assertThat(count(open + " and due_on < current_date")).isPositive();
        assertThat(count(open + " and last_held_on + 112 = due_on")).isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from meeting_cycle where area = 'DMN' and"
                                        + " end_reason = 'EXIT'"))
                .isEqualTo(1);
        assertThat(
                        count(
                                """
                                select count(distinct i.agency_id) from meeting_invitation i
                                join meeting m on m.id = i.meeting_id where m.state = 'INVITED' and m.area = 'DMN'
                                """))
                .isGreaterThanOrEqualTo(9);
    }

    @Test
    @Tag("REF-03")
    void fillsTheSeatsOfBothAreas() {
        assertThat(areas.seats("DMN"))
                .extracting(PanelSeat::code)
                .containsExactly("COORDINATOR_A", "COORDINATOR_B", "POLICE_DI");
        assertThat(areas.seats("DMN"))
                .allSatisfy(
                        seat -> {
                            assertThat(seat.holder()).isNotNull();
                            assertThat(seat.deputy()).isNotNull();
                        });
        assertThat(areas.seats("DMS")).hasSize(1);
        assertThat(areas.settings("DMS").votesNeeded()).isEqualTo(1);
        assertThat(areas.smbChair("DMN")).isPresent();
    }

    @Test
    @Tag("REF-11")
    void countsItsDatesBackFromToday() {
        var days = new WorkingDays(java.util.List.of());
        var begun = London.today(clock);
        var sentOn = days.previous(begun);
        var due =
                text(
                        """
                        select panel_due_on from referral r join demo_step s on s.result = r.id
                        where s.name = 'DMN/referral/panel-begun'
                        """);
        assertThat(due).isEqualTo(days.add(sentOn, 5).toString());
        assertThat(
                        count(
                                "select count(*) from referral where area_code = 'DMN' and"
                                        + " panel_due_on < current_date and state = 'IN_SCREENING'"))
                .isPositive();
        assertThat(count("select count(*) from audit_event where at > now() and area_code = 'DMN'"))
                .isZero();
    }

    @Test
    void leavesNothingOfAStepThatWasCutOff() {
        var system = Actor.system("demo");
        var step =
                new Step(
                        "DMN/cut-off",
                        clock.instant(),
                        null,
                        null,
                        actor -> {
                            installation.addArea("DMX", "Cut off", actor);
                            throw new IllegalStateException("as if the power failed");
                        });
        assertThatIllegalStateException()
                .isThrownBy(() -> people.as(system, () -> demo.once(step, system)));
        assertThat(areas.names()).doesNotContainKey("DMX");
        assertThat(demo.done(system)).doesNotContain("DMN/cut-off");
    }

    @Test
    void letsSomebodyActInTwoRoles() {
        var owner = actor(DemoUser.OWNER_PROBATION);
        assertThat(owner.appointments())
                .filteredOn(one -> "DMN".equals(one.area()))
                .extracting(one -> one.role())
                .containsExactly(Role.REFERRER, Role.CASE_OWNER);
    }

    @Test
    @Tag("SEC-05")
    void keepsTheAreasApart() {
        var northern = UUID.fromString(text("select min(id::text) from person where area = 'DMN'"));
        var coordinator = actor(DemoUser.COORDINATOR_A, Role.MAPPA_COORDINATOR);
        var elsewhere = actor(DemoUser.COORDINATOR_SOUTHMOOR, Role.MAPPA_COORDINATOR);
        people.as(coordinator, () -> caseload.person(northern, coordinator));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> people.as(elsewhere, () -> caseload.person(northern, elsewhere)));
        assertThat(count("select count(*) from mappa_case where area = 'DMS'")).isEqualTo(1);
    }

    @Test
    void givesTheAuditorSamplesForATime() {
        // two cases of a sample, and those of the two meetings of the audit that is under way
        assertThat(
                        count(
                                """
                                select count(*) from case_grant g
                                join user_account u on g.principal = 'PERSON:' || u.id
                                join mappa_case c on c.id = g.subject_id
                                where u.subject = '%s' and relation = 'SAMPLE' and until_at > now()
                                """
                                        .formatted(DemoUser.AUDITOR.subject())))
                .isEqualTo(4);
    }

    @Test
    @Tag("SMB-05")
    @Tag("MTG-18")
    void hasAnAuditUnderWayAndOneFinishedAndObservations() {
        var audits =
                "select count(*) from quality_audit where area_code = 'DMN' and finished_items is ";
        assertThat(count(audits + "not null")).isEqualTo(1);
        assertThat(count(audits + "null")).isEqualTo(1);
        assertThat(
                        count(
                                """
                                select count(*) from observation o where area_code = 'DMN' and held_on is not null
                                  and exists (select 1 from observation_notes n where n.observation_id = o.id)
                                """))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from observation where area_code = 'DMN' and held_on is null"))
                .isEqualTo(1);
    }

    @Test
    void chainsTheAuditOfItsAreas() {
        var system = Actor.system("test");
        assertThat(people.as(system, () -> chain.verifyAll()))
                .allMatch(AuditChain.Verification::isWhole);
    }

    private Actor actor(DemoUser user) {
        return actors.find(issuer, user.subject(), null).orElseThrow();
    }

    private Actor actor(DemoUser user, Role role) {
        var known = actor(user);
        var appointment =
                known.appointments().stream()
                        .filter(one -> one.role() == role)
                        .findFirst()
                        .orElseThrow();
        return actors.find(known.personId(), appointment.id()).orElseThrow();
    }

    private static Map<String, Long> everything() {
        var counts = new TreeMap<String, Long>();
        for (var table :
                new String[] {
                    "area",
                    "agency",
                    "user_account",
                    "appointment",
                    "case_grant",
                    "person",
                    "mappa_case",
                    "referral",
                    "meeting",
                    "panel_seat",
                    "area_setting",
                    "outbox",
                    "demo_step"
                }) {
            counts.put(table, count("select count(*) from " + table));
        }
        return counts;
    }

    private static long count(String query) {
        return Long.parseLong(text(query));
    }

    private static String text(String query) {
        try (var database = RealParts.as("mappa_owner");
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
