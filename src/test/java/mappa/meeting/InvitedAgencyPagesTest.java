package mappa.meeting;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import mappa.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the unit does about an agency that was asked and is silent.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class InvitedAgencyPagesTest {

    private static final String UNIT = "MIA-administrator";
    private static final String SPOC = "MIA-spoc-housing";

    @Inject MeetingStories stories;

    private MeetingStories.Circle circle;
    private UUID meeting;
    private UUID invitation;
    private String page;

    @BeforeEach
    void anAgencyIsAsked() {
        circle = stories.circle("MIA");
        meeting = stories.invited(circle, stories.accepted(circle, 2), 6);
        invitation = housing().id();
        page = "/invited-agencies/" + invitation;
    }

    private InvitationView housing() {
        return stories.meeting(circle, meeting).invitations().stream()
                .filter(one -> one.agencyId().equals(circle.agencies().get(2)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("MTG-10")
    void anAnswerByTelephoneSaysFromWhomItWasHeard() {
        form(UNIT, page)
                .formParam("toldBy", " ")
                .formParam("answer", "NOTHING_KNOWN")
                .formParam("systemsChecked", "Tenancies and repairs")
                .post(page + "/answer")
                .then()
                .statusCode(400)
                .body(containsString("href=\"#toldBy\""))
                .body(containsString("Tenancies and repairs"));
        assertThat(housing().answer()).isNull();

        form(UNIT, page)
                .formParam("toldBy", "Their duty manager, today at 10am")
                .formParam("answer", "DEPUTY")
                .formParam("deputyName", "Whoever is on duty")
                .formParam("grade", "Middle manager")
                .post(page + "/answer")
                .then()
                .statusCode(303);
        assertThat(housing().answered()).isTrue();
        assertThat(housing().toldBy()).isEqualTo("Their duty manager, today at 10am");
        browser(UNIT).get(page).then().body(containsString("Their duty manager, today at 10am"));

        form(SPOC, "/invitations/" + invitation)
                .formParam("answer", "ATTENDS")
                .post("/invitations/" + invitation)
                .then()
                .statusCode(303);
        assertThat(housing().toldBy()).as("answered by itself").isNull();
    }

    @Test
    @Tag("MTG-10")
    void remindsOnceADayAndOnlyThoseWhoOweSomething() {
        for (var n = 0; n < 2; n++) {
            form(UNIT, page).post(page + "/reminder").then().statusCode(303);
        }
        assertThat(told("RETURN_REMINDER")).containsExactly(SPOC + "@mail.test");
        form(UNIT, page)
                .formParam("toldBy", "Their duty manager")
                .formParam("answer", "NOTHING_KNOWN")
                .formParam("systemsChecked", "Tenancies")
                .formParam("checkedOn-day", stories.today().getDayOfMonth())
                .formParam("checkedOn-month", stories.today().getMonthValue())
                .formParam("checkedOn-year", stories.today().getYear())
                .post(page + "/answer")
                .then()
                .statusCode(303);
        browser(UNIT).get(page).then().body(not(containsString("Send a reminder")));
        form(UNIT, page)
                .post(page + "/reminder")
                .then()
                .statusCode(409)
                .body(containsString("R-MTG-10"));
    }

    @Test
    @Tag("MTG-07")
    void sendsTheInvitationAgainToThatAgencyAlone() {
        form(UNIT, page).post(page + "/sending").then().statusCode(303);
        assertThat(told("MEETING_INVITED"))
                .filteredOn(one -> one.equals(SPOC + "@mail.test"))
                .hasSize(2);
        assertThat(told("MEETING_INVITED"))
                .filteredOn(one -> !one.equals(SPOC + "@mail.test"))
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void isForTheUnitOfTheAreaAlone() {
        browser(SPOC).get(page).then().statusCode(403);
        stories.circle("MQ");
        browser("MQ-administrator").get(page).then().statusCode(404);
        form("MQ-administrator", "/departures/new").post(page + "/reminder").then().statusCode(404);
        assertThat(told("RETURN_REMINDER")).isEmpty();
    }

    private List<String> told(String kind) {
        var all =
                RealParts.value(
                        """
                        select coalesce(string_agg(u.email, ','), '')
                        from notice n join user_account u on u.id = n.recipient_id
                        where n.thing_id = '%s' and n.kind = '%s'
                        """
                                .formatted(meeting, kind));
        return all.isEmpty() ? List.of() : List.of(all.split(","));
    }
}
