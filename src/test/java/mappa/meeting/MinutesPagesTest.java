package mappa.meeting;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import mappa.RealParts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Minutes over HTTP: who sees what in each state, as page, PDF and ODT.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MinutesPagesTest {

    private static final String UNIT = "MI-administrator";
    private static final String CHAIR = "MI-meeting-chair";
    private static final String POLICE = "MI-spoc-police";
    private static final String HOUSING = "MI-spoc-housing";
    private static final String WORDS = "The VLO speaks for two people.";

    @Inject MeetingStories stories;
    @Inject MinutesService service;

    private MeetingStories.Circle circle;

    @BeforeEach
    void people() {
        circle = stories.circle("MI");
    }

    @Test
    @Tag("MIN-01")
    @Tag("MIN-11")
    void areDraftedGivenBackApprovedGivenOutAndCorrected() throws IOException {
        var page = closed();
        browser(UNIT).get("/minutes").then().statusCode(200).body(containsString(page));
        see(UNIT, page, 200);
        see(CHAIR, page, 200);
        see(POLICE, page, 404);

        var text = page + "/sections/victims";
        form(UNIT, text)
                .formParam("version", 0)
                .formParam("text", WORDS)
                .post(text)
                .then()
                .statusCode(303);
        form(UNIT, text)
                .formParam("version", 0)
                .formParam("text", "Typed at the same time")
                .post(text)
                .then()
                .statusCode(409)
                .body(containsString("Typed at the same time"))
                .body(containsString(WORDS));

        post(UNIT, page, "/to-chair");
        browser(UNIT).get(page).then().body(not(containsString("/sections/")));
        form(CHAIR, page)
                .formParam("notes", "")
                .post(page + "/return")
                .then()
                .statusCode(400)
                .body(containsString("Say what is to be changed"));
        form(CHAIR, page)
                .formParam("notes", "Name the measures")
                .post(page + "/return")
                .then()
                .statusCode(303);
        browser(UNIT).get(page).then().body(containsString("Name the measures"));
        post(UNIT, page, "/to-chair");
        browser(UNIT).get(page).then().body(not(containsString("/approval")));
        post(CHAIR, page, "/approval");
        form(UNIT, page)
                .formParam("version", 1)
                .formParam("text", "Later")
                .post(text)
                .then()
                .statusCode(409)
                .body(containsString("R-MIN-11"));
        see(POLICE, page, 404);
        see(POLICE, page + "/pdf", 404);

        var housing = circle.agencies().get(2);
        browser(UNIT)
                .get(page + "/distribution")
                .then()
                .statusCode(200)
                .body(containsString("1 person is told"));
        form(UNIT, page + "/distribution")
                .formParam(
                        "agency", List.of(circle.agencies().get(0).toString(), housing.toString()))
                .formParam("held-back-" + housing, "VICTIMS")
                .post(page + "/distribution")
                .then()
                .statusCode(303);
        browser(POLICE).get(page).then().statusCode(200).body(containsString(WORDS));
        browser(HOUSING)
                .get(page)
                .then()
                .statusCode(200)
                .body(not(containsString(WORDS)))
                .body(containsString("held back from your agency: 5 Victims"));
        see("MI-spoc-probation", page, 404);

        form(CHAIR, page)
                .formParam("section", "VICTIMS")
                .formParam("what", "Three people")
                .formParam("why", "Miscounted")
                .post(page + "/addenda")
                .then()
                .statusCode(303);
        browser(POLICE)
                .get(page)
                .then()
                .body(containsString("Corrected by addendum 1"))
                .body(containsString("Three people"))
                .body(containsString(WORDS))
                .body(not(containsString("name=\"what\"")));

        pdf(page);
        odt(page);
    }

    private static void pdf(String page) throws IOException {
        var answer = browser(POLICE).get(page + "/pdf");
        answer.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"MI-\\d\\d-\\d+-minutes-[\\d-]+\\.pdf\"");
        try (var pdf = Loader.loadPDF(answer.asByteArray())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains("OFFICIAL-SENSITIVE", WORDS, "Three people", "Article 8(2)")
                    .contains("Copy of MI-spoc-police, ");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Minutes MI-");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
        }
        try (var held = Loader.loadPDF(browser(HOUSING).get(page + "/pdf").asByteArray())) {
            assertThat(new PDFTextStripper().getText(held))
                    .doesNotContain(WORDS, "Three people")
                    .contains("Copy of MI-spoc-housing, ");
        }
    }

    private static void odt(String page) throws IOException {
        var odt = browser(POLICE).get(page + "/odt");
        odt.then().statusCode(200);
        assertThat(content(odt.asByteArray())).contains(WORDS, "Three people");
        assertThat(content(browser(HOUSING).get(page + "/odt").asByteArray()))
                .doesNotContain(WORDS, "Three people");
    }

    private static String content(byte[] odt) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no content.xml");
    }

    @Test
    void nobodyIsChosenAndNothingIsLost() {
        var page = closed();
        post(UNIT, page, "/to-chair");
        post(CHAIR, page, "/approval");
        form(UNIT, page + "/distribution")
                .post(page + "/distribution")
                .then()
                .statusCode(400)
                .body(containsString("Choose at least one agency"));
        form(UNIT, page)
                .formParam("what", "A long correction")
                .post(page + "/addenda")
                .then()
                .statusCode(400)
                .body(containsString("A long correction"))
                .body(containsString("Say why"));
    }

    private String closed() {
        var meeting = stories.started(circle, stories.accepted(circle, 2), 1);
        stories.complete(circle, meeting, "STAY", null);
        stories.close(circle, meeting);
        return "/minutes/" + of(meeting);
    }

    private UUID of(UUID meeting) {
        return stories.as(circle.unit(), () -> service.ofMeeting(meeting, circle.unit()))
                .orElseThrow()
                .id();
    }

    private static void see(String who, String page, int status) {
        browser(who).get(page).then().statusCode(status);
    }

    private static void post(String who, String page, String what) {
        form(who, page).post(page + what).then().statusCode(303);
    }
}
