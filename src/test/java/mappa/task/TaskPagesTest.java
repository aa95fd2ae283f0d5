package mappa.task;

import static mappa.TestPeople.browser;
import static mappa.TestPeople.form;
import static mappa.TestPeople.formKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.time.London;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class TaskPagesTest {

    private static final String AREA = "TP";

    @Inject TestPeople people;
    @Inject WorkItemService service;
    @Inject Grants grants;
    @Inject Clock clock;

    private UUID open(Actor actor, int daysFromNow, List<String> audience) {
        var details =
                new TaskDetails(
                        AREA,
                        null,
                        "TP-26-0001",
                        null,
                        audience,
                        null,
                        null,
                        London.today(clock).plusDays(daysFromNow),
                        null);
        var work = new OpenWork(UuidCreator.getTimeOrderedEpoch(), "read-something", 1, details);
        QuarkusTransaction.requiringNew()
                .run(() -> grants.grant(Principals.unit(AREA), work.thing(), Relation.UNIT));
        return people.as(actor, () -> service.open(work, actor));
    }

    @Test
    void showsWhatWaitsSoonestFirst() {
        var actor = people.person("tp.first", Role.MAPPA_COORDINATOR, AREA);
        var later = open(actor, 3, List.of(Principals.person(actor.personId())));
        var overdue = open(actor, -2, List.of(Principals.person(actor.personId())));
        var page =
                browser("tp.first")
                        .get("/tasks?view=team")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(page).contains("Overdue 2 days", "Due in 3 days", "read something");
        assertThat(page.indexOf(overdue.toString())).isLessThan(page.indexOf(later.toString()));
        browser("tp.first").get("/home").then().body(containsString("TP-26-0001"));
    }

    @Test
    void takesPutsBackAndGives() {
        var one = people.person("tp.one", Role.MAPPA_ADMINISTRATOR, AREA);
        var two = people.person("tp.two", Role.MAPPA_ADMINISTRATOR, AREA);
        var id = open(one, 1, List.of(Principals.role(AREA, Role.MAPPA_ADMINISTRATOR)));
        var page = "/tasks/" + id;
        form("tp.one", page).post(page + "/take").then().statusCode(303);
        browser("tp.two").get(page).then().body(containsString("tp.one"));
        form("tp.two", page)
                .post(page + "/take")
                .then()
                .statusCode(409)
                .body(containsString("R-ACT-07"));
        form("tp.one", page).post(page + "/put-back").then().statusCode(303);
        form("tp.one", page).formParam("person", "").post(page + "/give").then().statusCode(400);
        var version = people.as(one, () -> service.history(id, one)).item().version();
        form("tp.one", page)
                .formParam("version", version)
                .formParam("person", two.personId())
                .post(page + "/give")
                .then()
                .statusCode(303);
        assertThat(people.as(one, () -> service.history(id, one)).item().holder())
                .isEqualTo(two.personId());
    }

    @Test
    void finishesWorkThatNoPageKnowsOnceHoweverOftenTheFormIsSent() {
        var actor = people.person("tp.finisher", Role.MAPPA_COORDINATOR, AREA);
        var id = open(actor, 1, List.of(Principals.person(actor.personId())));
        var page = "/tasks/" + id;
        form("tp.finisher", page)
                .post(page + "/finish")
                .then()
                .statusCode(400)
                .body(containsString("Say what was done"));
        var version = people.as(actor, () -> service.history(id, actor)).item().version();
        var key = formKey("tp.finisher", page);
        for (var time = 1; time <= 2; time++) {
            browser("tp.finisher")
                    .formParam("formKey", key)
                    .formParam("version", version)
                    .formParam("note", "Read it.")
                    .post(page + "/finish")
                    .then()
                    .statusCode(303);
        }
        browser("tp.finisher").get(page).then().body(containsString("Read it."));
        browser("tp.finisher").get("/tasks?view=done").then().body(containsString("TP-26-0001"));
    }

    @Test
    void isNotThereForAnybodyElse() {
        var actor = people.person("tp.owner", Role.MAPPA_COORDINATOR, AREA);
        people.person("tp.stranger", Role.MAPPA_COORDINATOR, "TQ");
        var id = open(actor, 1, List.of(Principals.person(actor.personId())));
        browser("tp.stranger").get("/tasks/" + id).then().statusCode(404);
        browser("tp.stranger")
                .get("/tasks?view=team")
                .then()
                .body(not(containsString(id.toString())))
                .body(containsString("Nothing is open"));
    }
}
