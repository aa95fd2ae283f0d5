package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RealmTest {
    private final Realm realm =
            new Realm(
                    "http://localhost:9191",
                    "web-secret",
                    "program-secret",
                    "typed",
                    DemoUser.all(false));

    @Test
    void redirectsExactlyToWhereTheServerIs() {
        var web = client(realm.complete(), Realm.WEB_CLIENT);
        assertThat(texts(web.path("redirectUris")))
                .containsExactly("http://localhost:9191/sign-in/callback");
        assertThat(web.path("attributes").path("post.logout.redirect.uris").asText())
                .isEqualTo("http://localhost:9191/signed-out");
        assertThat(realm.complete().toString()).doesNotContain("*", "8080");
    }

    @Test
    void asksForAProofKeyAndTakesNoPasswordFromPrograms() {
        var web = client(realm.complete(), Realm.WEB_CLIENT);
        assertThat(web.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        for (var client : realm.complete().path("clients")) {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
        }
    }

    @Test
    void guardsSignIns() {
        var complete = realm.complete();
        assertThat(complete.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(complete.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(complete.path("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(complete.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(complete.path("eventsExpiration").asLong()).isPositive();
    }

    @Test
    void givesEachUserTheIdThatTheServerExpects() {
        var coordinator = user("coordinator.a");
        assertThat(coordinator.path("id").asText())
                .isEqualTo("c05d1114-1b9e-3e5f-8ddf-8ca73bd15377");
        assertThat(coordinator.path("credentials").path(0).path("value").asText())
                .isEqualTo("typed");
        assertThat(user(Realm.PROGRAM_USER).path("serviceAccountClientId").asText())
                .isEqualTo(Realm.PROGRAM_CLIENT);
    }

    @Test
    void giveNobodyARole() {
        assertThat(realm.complete().findValuesAsText("realmRoles")).isEmpty();
        assertThat(realm.complete().has("groups")).isFalse();
    }

    @Test
    void aProgramsTokenIsForTheApiAndAPagesIsNot() {
        var complete = realm.complete();
        assertThat(client(complete, Realm.PROGRAM_CLIENT).toString())
                .contains("\"included.client.audience\":\"case-meetings-api\"");
        assertThat(client(complete, Realm.WEB_CLIENT).toString())
                .doesNotContain("case-meetings-api");
        assertThat(client(complete, Realm.PROGRAM_CLIENT).path("secret").asText())
                .isEqualTo("program-secret");
    }

    @Test
    void anEmptyInstallationHasOnePerson() {
        var users =
                new Realm("http://localhost:1", "a", "b", "c", DemoUser.all(true))
                        .complete()
                        .path("users");
        assertThat(users.findValuesAsText("username"))
                .containsExactly("system.admin", Realm.PROGRAM_USER);
    }

    @Test
    void theClientToBringUpToDateIsTheOneThatWasMade() {
        assertThat(realm.webClient()).isEqualTo(client(realm.complete(), Realm.WEB_CLIENT));
    }

    private JsonNode user(String name) {
        for (var user : realm.complete().path("users")) {
            if (user.path("username").asText().equals(name)) {
                return user;
            }
        }
        throw new AssertionError("no user " + name);
    }

    private static JsonNode client(JsonNode realm, String id) {
        for (var client : realm.path("clients")) {
            if (client.path("clientId").asText().equals(id)) {
                return client;
            }
        }
        throw new AssertionError("no client " + id);
    }

    private static java.util.List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
