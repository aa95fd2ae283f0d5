package mappa.file;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.formKey;
import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.meeting.MeetingStories;
import mappa.meeting.MinutesService;
import mappa.referral.ReferralStories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Files of referrals, returns and decisions over HTTP: taken, refused, opened, withdrawn, and who
/// sees which.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@Tag("SEC-12")
class FilePagesTest {

    private static final String AREA = "FI";
    private static final String REFERRER = AREA + "-referrer";
    private static final String UNIT = AREA + "-administrator";
    private static final String CHAIR = AREA + "-meeting-chair";
    private static final String POLICE = AREA + "-spoc-police";
    private static final String HOUSING = AREA + "-spoc-housing";
    private static final String STRANGER = "FJ-coordinator";
    private static final String NAME = "Zzcanary.exe";
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;
    private static final Pattern FILE = Pattern.compile("href=\"(/files/[0-9a-f-]{36})\"");

    @Inject MeetingStories stories;
    @Inject ReferralStories referrals;
    @Inject MinutesService minutes;
    @Inject TestPeople people;
    @Inject EntityManager entities;

    private MeetingStories.Circle circle;
    private Actor stranger;

    @BeforeEach
    void people() {
        circle = stories.circle(AREA);
        stranger = people.person(STRANGER, Role.MAPPA_COORDINATOR, "FJ");
    }

    private static Response add(String who, String page, String title, byte[] content) {
        return browser(who)
                .multiPart("formKey", formKey(who, page))
                .multiPart(
                        new MultiPartSpecBuilder(title)
                                .controlName("title")
                                .charset(StandardCharsets.UTF_8)
                                .build())
                .multiPart("file", NAME, content, "image/gif") // believed in nothing
                .post(page);
    }

    /// Address of the last file in the list.
    private static String added(String who, String page) {
        var found = FILE.matcher(browser(who).get(page).asString());
        String last = null;
        while (found.find()) {
            last = found.group(1);
        }
        assertThat(last).as("a file on " + page).isNotNull();
        return last;
    }

    private static void see(String who, String path, int status) {
        browser(who).get(path).then().statusCode(status);
    }

    @Test
    void isTakenByItsContentAndGivenOutByANumber() {
        var id = referrals.sent(circle.team());
        var page = "/files/referrals/" + id;
        var samples =
                new byte[][] {
                    SampleFiles.pdf(),
                    SampleFiles.word(),
                    SampleFiles.odt(),
                    SampleFiles.picture("jpg"),
                    SampleFiles.picture("png")
                };
        for (var i = 0; i < samples.length; i++) {
            var type = FileType.values()[i];
            var answer = add(REFERRER, page, "Report " + i, samples[i]);
            answer.then().statusCode(303);
            assertThat(answer.header("Location")).doesNotContain("canary");
            var opened = browser(REFERRER).get(added(REFERRER, page));
            opened.then()
                    .statusCode(200)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", containsString("default-src 'none'"));
            assertThat(opened.contentType()).isEqualTo(type.mediaType());
            assertThat(opened.header("Content-Disposition"))
                    .matches(
                            "attachment; filename=\"file-%d\\.%s\""
                                    .formatted(i + 1, type.ending()));
            assertThat(opened.asByteArray()).isNotEmpty();
        }
        assertThat(browser(REFERRER).get(added(REFERRER, page)).asByteArray())
                .isEqualTo(SampleFiles.picture("png"));
        browser(REFERRER)
                .get(page)
                .then()
                .body(containsString(NAME))
                .body(containsString("Not scanned"));
        browser(REFERRER).get("/referrals/" + id).then().body(containsString("Report 4"));
        browser(REFERRER)
                .get("/referrals/" + id + "/sections")
                .then()
                .body(containsString("5 files"));
        program(UNIT)
                .get("/api/files/referrals/" + id)
                .then()
                .statusCode(200)
                .body(containsString("\"type\":\"ODT\""));
    }

    @Test
    void saysAtTheFieldWhyAFileIsNotTakenAndKeepsWhatWasTyped() {
        var page = "/files/referrals/" + referrals.draft(circle.team());
        add(REFERRER, page, "Pre-sentence report", "no file at all".getBytes())
                .then()
                .statusCode(400)
                .body(containsString("value=\"Pre-sentence report\""))
                .body(containsString("id=\"file-error\""))
                .body(
                        containsString(
                                "The file must be a PDF, Word, ODT, JPG or PNG and smaller than 10 MB"));
        form(REFERRER, page)
                .formParam("title", "None chosen")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("Choose a file"));
        add(REFERRER, page, " ", SampleFiles.pdf())
                .then()
                .statusCode(400)
                .body(containsString("Say what the file is"));
        assertThat(browser(REFERRER).get(page).asString()).doesNotContain("/files/0");
    }

    @Test
    void takesTenMegabytesAndNotAByteMore() {
        var page = "/files/referrals/" + referrals.draft(circle.team());
        var largest = SampleFiles.pdf(TEN_MEGABYTES);
        assertThat(largest).hasSize(TEN_MEGABYTES);
        add(REFERRER, page, "Largest", largest).then().statusCode(303);
        assertThat(browser(REFERRER).get(added(REFERRER, page)).asByteArray()).isEqualTo(largest);
        add(REFERRER, page, "Too large", SampleFiles.pdf(TEN_MEGABYTES + 1))
                .then()
                .statusCode(400)
                .body(containsString("this one is larger"));
        browser(REFERRER).get(page).then().body(not(containsString("Too large")));
    }

    @Test
    @Tag("SEC-02")
    @Tag("SEC-05")
    void areSeenByWhoeverSeesTheReferralAndFixedWithIt() throws SQLException {
        var id = referrals.draft(circle.team());
        var page = "/files/referrals/" + id;
        add(REFERRER, page, "Report", SampleFiles.pdf()).then().statusCode(303);
        var file = added(REFERRER, page);
        for (var who : new String[] {UNIT, HOUSING, STRANGER}) {
            see(who, page, 404);
            see(who, file, 404);
        }
        see(STRANGER, "/files/" + UUID.randomUUID(), 404);
        assertThat(rows(circle.spocs().getLast(), file)).isZero();
        assertThat(rows(stranger, file)).isZero();
        assertThat(rows(circle.team().referrer(), file)).isEqualTo(2);

        var sent = referrals.inScreening(circle.team());
        var fixed = "/files/referrals/" + sent;
        see(UNIT, fixed, 200);
        see(AREA + "-inspector", fixed, 200);
        see(STRANGER, fixed, 404);
        var key = formKey(REFERRER, page);
        browser(REFERRER)
                .multiPart("formKey", key)
                .multiPart("title", "Later")
                .multiPart("file", NAME, SampleFiles.pdf(), "application/pdf")
                .post(fixed)
                .then()
                .statusCode(409)
                .body(containsString("R-REF-02"));
        browser(UNIT)
                .multiPart("formKey", formKey(UNIT, "/people"))
                .multiPart("title", "Not mine")
                .multiPart("file", NAME, SampleFiles.pdf(), "application/pdf")
                .post(fixed)
                .then()
                .statusCode(404);
    }

    /// Rows of a file and of its content that the database shows to somebody by itself.
    private long rows(Actor actor, String file) {
        var id = UUID.fromString(file.substring(file.lastIndexOf('/') + 1));
        return people.as(
                actor,
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(
                                        () ->
                                                (Long)
                                                        entities.createNativeQuery(
                                                                        """
                                                                        select (select count(*) from attached_file where id = :id)
                                                                            + (select count(*) from attached_file_content where file_id = :id)
                                                                        """,
                                                                        Long.class)
                                                                .setParameter("id", id)
                                                                .getSingleResult()));
    }

    @Test
    @Tag("ACC-01")
    void everyOpeningIsLogged() throws SQLException {
        var page = "/files/referrals/" + referrals.sent(circle.team());
        add(REFERRER, page, "Report", SampleFiles.pdf()).then().statusCode(303);
        var file = added(REFERRER, page);
        see(UNIT, file, 200);
        see(UNIT, file, 200);
        see(STRANGER, file, 404);
        assertThat(logged("file-added", file)).isEqualTo(1);
        assertThat(logged("file-opened", file)).isEqualTo(2);
    }

    private static long logged(String event, String file) throws SQLException {
        try (var owner = RealParts.as("mappa_owner");
                var rows =
                        owner.prepareStatement(
                                "select count(*) from audit_event where event = ? and detail->>'file' = ?")) {
            rows.setString(1, event);
            rows.setString(2, file.substring(file.lastIndexOf('/') + 1));
            try (var found = rows.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    @Test
    void isWithdrawnWithAReasonAndThenOpensForNobody() {
        var page = "/files/referrals/" + referrals.draft(circle.team());
        add(REFERRER, page, "Wrong person’s report", SampleFiles.pdf()).then().statusCode(303);
        var file = added(REFERRER, page);
        var id = file.substring(file.lastIndexOf('/') + 1);
        form(REFERRER, page)
                .post(page + "/withdrawals")
                .then()
                .statusCode(400)
                .body(containsString("Choose the file to withdraw"))
                .body(containsString("Say why it is withdrawn"));
        see(REFERRER, file, 200);
        form(REFERRER, page)
                .formParam("withdrawn", id)
                .formParam("reason", "About somebody else")
                .post(page + "/withdrawals")
                .then()
                .statusCode(303);
        see(REFERRER, file, 404);
        browser(REFERRER)
                .get(page)
                .then()
                .body(containsString("Wrong person’s report, withdrawn by " + REFERRER))
                .body(containsString("About somebody else"));
        assertThat(rows(circle.team().referrer(), file)).as("its row without its content").isOne();
    }

    @Test
    @Tag("MTG-10")
    void comeWithWhatAnAgencySendsAndLoseNothingThatWasTyped() {
        var meeting = stories.invited(circle, stories.accepted(circle, 2), 5);
        var invitation = stories.meeting(circle, meeting).invitations().getFirst();
        var from = "/agency-returns/" + invitation.id();
        var sent =
                form(POLICE, from)
                        .formParam("kind", "INFORMATION")
                        .formParam("facts", "Typed before the file")
                        .formParam("action", "files")
                        .post(from);
        sent.then().statusCode(303);
        var page = sent.header("Location").replaceAll("https?://[^/]+", "");
        assertThat(page).contains("?typed=");
        add(POLICE, page, "Call log", SampleFiles.pdf()).then().statusCode(303);
        var back = Pattern.compile("govuk-back-link\" href=\"([^\"]+)\"");
        var link = back.matcher(browser(POLICE).get(page).asString());
        assertThat(link.find()).isTrue();
        browser(POLICE)
                .get(link.group(1))
                .then()
                .statusCode(200)
                .body(containsString("Typed before the file"))
                .body(containsString("Call log"));

        var file = added(POLICE, page);
        for (var who : new String[] {UNIT, CHAIR, POLICE}) {
            see(who, file, 200);
        }
        for (var who : new String[] {HOUSING, STRANGER, REFERRER}) {
            see(who, file, 404);
            see(who, "/files/agency-returns/" + invitation.id(), 404);
        }
        assertThat(rows(circle.spocs().getLast(), file)).isZero();

        form(POLICE, from)
                .formParam("kind", "NOTHING_KNOWN")
                .formParam("systemsChecked", "All")
                .formParam("checkedOn-day", stories.today().getDayOfMonth())
                .formParam("checkedOn-month", stories.today().getMonthValue())
                .formParam("checkedOn-year", stories.today().getYear())
                .post(from)
                .then()
                .statusCode(303);
        form(POLICE, page)
                .formParam("withdrawn", file.substring(file.lastIndexOf('/') + 1))
                .formParam("reason", "No longer")
                .post("/files/agency-returns/" + invitation.id() + "/withdrawals")
                .then()
                .statusCode(409)
                .body(containsString("R-MTG-10"));
        add(POLICE, page, "Correction", SampleFiles.pdf()).then().statusCode(303);
    }

    @Test
    @Tag("MIN-01")
    void standWithTheDecisionsOfAMeetingAndAreFixedWhenItIsClosed() {
        var meeting = stories.started(circle, stories.accepted(circle, 2), 1);
        var page = "/files/meetings/" + meeting;
        add(UNIT, page, "Map of the exclusion zone", SampleFiles.picture("png"))
                .then()
                .statusCode(303);
        var file = added(UNIT, page);
        browser(UNIT)
                .get("/meetings/%s/record/level".formatted(meeting))
                .then()
                .body(containsString("Map of the exclusion zone"));
        see(POLICE, file, 200);
        see(STRANGER, file, 404);
        see(REFERRER, file, 404);
        assertThat(rows(stranger, file)).isZero();
        browser(POLICE).get(page).then().statusCode(200).body(not(containsString("type=\"file\"")));
        var key = formKey(UNIT, page);

        stories.complete(circle, meeting, "STAY", null);
        stories.close(circle, meeting);
        browser(UNIT)
                .multiPart("formKey", key)
                .multiPart("title", "Too late")
                .multiPart("file", NAME, SampleFiles.pdf(), "application/pdf")
                .post(page)
                .then()
                .statusCode(409)
                .body(containsString("R-MTG-01"));
        see(POLICE, file, 200);
        var drafted =
                stories.as(circle.unit(), () -> minutes.ofMeeting(meeting, circle.unit()))
                        .orElseThrow()
                        .id();
        browser(UNIT)
                .get("/minutes/" + drafted)
                .then()
                .body(containsString("Map of the exclusion zone"))
                .body(not(containsString(NAME)));
    }

    @Test
    void scansWhereAScannerIsSetUpAndKeepsNothingThatItFindsOrCannotSee() throws IOException {
        var page = "/files/referrals/" + referrals.draft(circle.team());
        var clamd = new Clamd();
        try (clamd) {
            QuarkusMock.installMockForType(clamd.scanner(), VirusScanner.class);
            add(REFERRER, page, "Clean", SampleFiles.pdf()).then().statusCode(303);
            browser(REFERRER).get(page).then().body(containsString("Nothing found, "));
            add(REFERRER, page, "Infected", SampleFiles.pdfWith(SampleFiles.EICAR.getBytes()))
                    .then()
                    .statusCode(400)
                    .body(containsString("The scanner found malicious content"))
                    .body(containsString("value=\"Infected\""));
            assertThat(clamd.scanned()).isEqualTo(2);
        }
        add(REFERRER, page, "Unseen", SampleFiles.pdf())
                .then()
                .statusCode(400)
                .body(containsString("could not be scanned"))
                .body(containsString("value=\"Unseen\""));
        browser(REFERRER)
                .get(page)
                .then()
                .body(not(containsString("Infected")))
                .body(not(containsString("Unseen")));
    }
}
