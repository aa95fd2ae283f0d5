package mappa.notice;

import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actors;
import mappa.identity.Role;
import org.junit.jupiter.api.Test;

/// Mails that did not leave, as operators' programs see them.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class NoticeApiTest {

    @Inject TestPeople people;
    @Inject Actors actors;
    @Inject Notices notices;

    @Test
    void showsOperatorsWhatDidNotLeaveAndSendsItAgain() {
        people.person("notice.operator", Role.SYSTEM_ADMIN, null, null);
        people.person("notice.unit", Role.MAPPA_COORDINATOR, "NP");
        var thing = UUID.randomUUID();
        var nobody = actors.account("https://identity.test", "notice.nobody", "No Address", null);
        var before = UuidCreator.getTimeOrderedEpoch();
        for (var occasion : List.of("1", "2")) {
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    notices.tell(
                                            thing,
                                            NoticeKind.OUTCOME,
                                            occasion,
                                            List.of(nobody),
                                            "NP-26-0001/R1",
                                            "/referrals",
                                            null));
        }
        var path = "/api/notices/unsent";
        program("notice.unit").get(path).then().statusCode(403);
        program("notice.operator").get(path + "?limit=101").then().statusCode(400);
        // The commit had them sent already: by another thread, which may still be at it.
        await().untilAsserted(
                        () ->
                                program("notice.operator")
                                        .get(path + "?after=" + before)
                                        .then()
                                        .statusCode(200)
                                        .body("items.problem", everyItem(equalTo("NO_ADDRESS")))
                                        .body("items.state", everyItem(equalTo("FAILED")))
                                        .body("items", hasSize(2)));
        var first = program("notice.operator").get(path + "?limit=1&after=" + before);
        first.then().body("items", hasSize(1));
        var failed = first.<String>path("items[0].id");
        assertThat(first.<String>path("next")).isEqualTo(failed);
        program("notice.operator")
                .get(path + "?limit=1&after=" + failed)
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", not(equalTo(failed)));
        var again = "/api/notices/" + failed + "/send-again";
        program("notice.operator").post(again).then().statusCode(204);
        program("notice.operator")
                .post("/api/notices/" + UUID.randomUUID() + "/send-again")
                .then()
                .statusCode(404);
    }
}
