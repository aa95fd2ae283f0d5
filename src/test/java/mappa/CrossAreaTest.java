package mappa;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.Routes.Route;
import mappa.agency.AgencyService;
import mappa.agency.AgreementKind;
import mappa.agency.RecordAgreement;
import mappa.caseload.Basis;
import mappa.caseload.CaseloadService;
import mappa.caseload.Category;
import mappa.caseload.DateKind;
import mappa.caseload.Fact;
import mappa.caseload.Level;
import mappa.caseload.LevelDecision;
import mappa.caseload.LevelSetBy;
import mappa.caseload.OpenEligibility;
import mappa.file.FileUploads;
import mappa.file.SampleFiles;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.meeting.MeetingStories;
import mappa.observation.AnnounceObserver;
import mappa.observation.ObservationService;
import mappa.qualityaudit.QualityStories;
import mappa.referral.ReferralStories;
import mappa.referral.Vote;
import mappa.transfer.TransferStories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever is of another area gets for every record of this one what they get for none, by every
/// page and every call that shows one. New routes and new tables are in it by themselves.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class CrossAreaTest {

    private static final String AREA = "CA";
    private static final String OTHER = "CB";

    /// Parameters that are no ids.
    private static final Map<String, String> CODES =
            Map.of(
                    "section", "person",
                    "seat", "POLICE_DI",
                    "setting", "PANEL_DAYS",
                    "kind", "information-sharing",
                    "holder", "referrals");

    /// Routes that nothing in this test's area opens, and why.
    private static final Map<String, String> NEVER_OPEN =
            Map.of(
                    "GET /people/searches/{id}", "a search is its searcher's alone",
                    "GET /api/people/searches/{id}", "a search is its searcher's alone",
                    "GET /referrals/{id}/substitute", "no seat is empty",
                    "GET /referrals/{id}/sent", "shown after sending",
                    "GET /users/{id}/appointments/new", "only who acts in no area proposes",
                    "GET /meetings/{id}/actions/{action}", "asks for the action's id, too",
                    "GET /meetings/{id}/previous-actions/{action}", "asks for the action's id, too",
                    "GET /minutes/{id}/distribution", "only what was approved is given out",
                    "GET /audits/{id}/samples/{n}", "asks for the sample's number, too");

    @Inject TestPeople people;
    @Inject ReferralStories stories;
    @Inject MeetingStories meetings;
    @Inject TransferStories transfers;
    @Inject AgencyService agencies;
    @Inject FileUploads files;
    @Inject CaseloadService caseload;
    @Inject QualityStories quality;
    @Inject ObservationService observations;

    @Test
    @Tag("SEC-02")
    @Tag("SEC-05")
    void recordsOfAnotherAreaAreNotThere() throws SQLException {
        var circle = meetings.circle(AREA);
        var team = circle.team();
        var others = stories.team(OTHER);
        var draft = stories.draft(team);
        stories.inScreening(team);
        var decided = stories.inScreening(team);
        stories.vote(decided, team.coordinatorA(), Vote.ACCEPT_2);
        stories.vote(decided, team.inspector(), Vote.ACCEPT_2);
        var auditor = people.person(OTHER + "-auditor", Role.AUDITOR, OTHER);
        var owner = people.person(OTHER + "-owner", Role.CASE_OWNER, OTHER);

        var agency = people.agency(AREA, "Found by its own area");
        people.as(
                team.coordinatorA(),
                () ->
                        agencies.recordAgreement(
                                new RecordAgreement(
                                        agency, AgreementKind.INFORMATION_SHARING, null, null, -1),
                                team.coordinatorA()));

        meet(circle);
        people.as(
                team.referrer(),
                () ->
                        files.add(
                                "referrals",
                                draft,
                                "Report",
                                "a.pdf",
                                SampleFiles.pdf(),
                                team.referrer()));
        people.area("VG");
        transfers.offered(team.coordinatorA(), meetings.accepted(circle, 2), "VG");
        quality.drawn(circle);

        var ids = new ArrayList<>(ids());
        ids.add(decided);
        assertThat(ids).hasSizeGreaterThan(5);
        var routes =
                Routes.all().stream()
                        .filter(route -> route.isRead() && route.path().contains("{id}"))
                        .toList();
        assertThat(routes).hasSizeGreaterThan(20);

        var leaks = new ArrayList<String>();
        var unopened = new TreeSet<String>();
        for (var route : routes) {
            for (var actor :
                    List.of(
                            others.coordinatorA(),
                            others.referrer(),
                            others.inspector(),
                            auditor,
                            owner)) {
                var absent = get(route, actor, UUID.randomUUID());
                var tried = absent.statusCode() == 403 ? List.of(ids.getFirst()) : ids;
                for (var id : tried) {
                    var answer = get(route, actor, id);
                    if (!shown(answer).equals(shown(absent))) {
                        leaks.add("%s as %s: %s".formatted(route, actor.name(), id));
                    }
                    if (answer.statusCode() == 200) {
                        leaks.add("%s opens for %s: %s".formatted(route, actor.name(), id));
                    }
                }
            }
            var insiders =
                    Stream.of(
                            team.coordinatorA(),
                            team.administrator(),
                            team.referrer(),
                            team.inspector(),
                            team.coordinatorB(),
                            circle.chair(),
                            circle.spocs().getLast());
            var opens =
                    insiders.anyMatch(
                            actor ->
                                    ids.stream()
                                            .anyMatch(
                                                    id ->
                                                            get(route, actor, id).statusCode()
                                                                    == 200));
            if (!opens && !NEVER_OPEN.containsKey(route.toString())) {
                unopened.add(route.toString());
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(unopened)
                .as(
                        "routes that were refused to everybody, so that the others' refusal shows nothing")
                .isEmpty();
    }

    /// A meeting that agencies are asked to, one of them late; one under way; one that was held.
    private void meet(MeetingStories.Circle circle) {
        var housing = circle.agencies().getLast();
        var asked = meetings.invited(circle, meetings.accepted(circle, 2), 5);
        meetings.askLate(circle, asked, people.agency(AREA, "Health"));
        var ending = meetings.accepted(circle, 2);
        meetings.started(circle, ending, 1);
        people.as(circle.team().coordinatorA(), () -> atLevelOne(circle));
        people.as(
                circle.team().coordinatorA(),
                () ->
                        caseload.recordDates(
                                ending,
                                Map.of(
                                        DateKind.SENTENCE_END,
                                        Fact.known(meetings.today().plusDays(20))),
                                circle.team().coordinatorA()));
        var layAdviser = people.person(AREA + "-lay-adviser", Role.LAY_ADVISER, AREA);
        people.as(
                circle.unit(),
                () ->
                        observations.announce(
                                asked,
                                new AnnounceObserver(layAdviser.personId(), "To see how it is led"),
                                circle.unit()));
        var held = meetings.started(circle, meetings.accepted(circle, 3), 1);
        meetings.complete(circle, held, "STAY", null);
        meetings.agree(circle, held, housing);
        meetings.close(circle, held);
    }

    private void atLevelOne(MeetingStories.Circle circle) {
        caseload.openEligibility(
                stories.someCase(circle.team()).id(),
                new OpenEligibility(
                        Category.CATEGORY_1,
                        Basis.STATUTORY,
                        Set.of(),
                        meetings.today(),
                        null,
                        Level.LEVEL_1,
                        new LevelDecision(LevelSetBy.LEAD_AGENCY, "The police alone", null)),
                circle.team().coordinatorA());
    }

    private static Response get(Route route, Actor actor, UUID id) {
        var path = route.path().replace("{id}", id.toString());
        if (path.startsWith("/meetings/") || path.startsWith("/minutes/")) {
            path = path.replace("{section}", "opening");
        }
        for (var code : CODES.entrySet()) {
            path = path.replace("{" + code.getKey() + "}", code.getValue());
        }
        path = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return (route.isApi() ? program(actor.name()) : browser(actor.name())).get(path);
    }

    /// What the asker can tell apart: status, type and text, but for ids and the request's number.
    private static String shown(Response answer) {
        return answer.statusCode()
                + " "
                + answer.contentType()
                + " "
                + answer.asString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "?");
    }

    /// Ids in up to two rows of every guarded table that belong to the area.
    private static List<UUID> ids() throws SQLException {
        var ids = new LinkedHashSet<UUID>();
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            var tables = new ArrayList<List<String>>();
            try (var rows =
                    statement.executeQuery(
                            """
                            select c.relname, i.attname, r.attname
                            from pg_class c join pg_attribute i on i.attrelid = c.oid
                              join pg_attribute r on r.attrelid = c.oid and r.attname in ('area_code', 'area')
                            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
                              and i.attname in ('id', 'thing_id', 'subject_id', 'person_id', 'case_id', 'referral_id',
                                  'agency_id', 'user_id', 'recorded_by', 'meeting_id')
                              and i.atttypid = 'uuid'::regtype
                            order by 1, 2
                            """)) {
                while (rows.next()) {
                    tables.add(List.of(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            for (var table : tables) {
                try (var rows =
                        statement.executeQuery(
                                "select distinct %1$s from %2$s where %4$s = '%3$s' and %1$s is not null order by 1 limit 2"
                                        .formatted(
                                                table.get(1), table.get(0), AREA, table.get(2)))) {
                    while (rows.next()) {
                        ids.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            try (var rows =
                    statement.executeQuery(
                            """
                            select i.id from meeting_invitation i join meeting m on m.id = i.meeting_id
                            where m.area = '%s'
                            union all select id from meeting where area = '%1$s'
                            union all select id from work_item where area_code = '%1$s'
                            """
                                    .replace("'%s'", "'%1$s'")
                                    .formatted(AREA))) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return List.copyOf(ids);
    }
}
