package mappa.agency;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which agencies an area asks on which occasion.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class OccasionPagesTest {

    private static final String UNIT = "OCC-unit";
    private static final String PAGE = "/agencies/occasions/arson";

    @Inject TestPeople people;

    private UUID fire;

    @BeforeEach
    void somebody() {
        people.person(UNIT, Role.MAPPA_COORDINATOR, "OCC");
        people.person("OCC-spoc", Role.AGENCY_SPOC, "OCC", people.agency("OCC", "Housing"));
        fire = people.agency("OCC", "Fire and rescue");
    }

    @Test
    @Tag("MTG-07")
    void theUnitSaysWhomAndEverybodyReadsWhoSaidIt() {
        browser("OCC-spoc")
                .get("/agencies/occasions")
                .then()
                .statusCode(200)
                .body(containsString("The person has set fires, or may"))
                .body(containsString("Nobody has said"))
                .body(not(containsString(PAGE)));
        form(UNIT, PAGE)
                .formParam("version", 0)
                .formParam("agencies", fire)
                .post(PAGE)
                .then()
                .statusCode(303);
        browser("OCC-spoc")
                .get("/agencies/occasions")
                .then()
                .body(containsString("Fire and rescue"))
                .body(containsString(UNIT));
        form(UNIT, PAGE)
                .formParam("version", 0)
                .formParam("agencies", fire)
                .post(PAGE)
                .then()
                .statusCode(409);
        form(UNIT, PAGE)
                .formParam("version", 1)
                .formParam("agencies", people.agency("OCD", "Elsewhere"))
                .post(PAGE)
                .then()
                .statusCode(400);
        browser("OCC-spoc").get(PAGE).then().statusCode(403);
    }
}
