package mappa.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The sign-in realm of a local run: `realm.json` with this run's addresses, secrets and users.
///
/// Redirects are exact, so a run on another port has another realm.
///
/// @param webUrl where browsers find the server, such as `http://localhost:8080`
record Realm(
        String webUrl,
        String webSecret,
        String programSecret,
        String userPassword,
        List<DemoUser> users) {

    static final String NAME = "case-meetings";
    static final String WEB_CLIENT = "case-meetings-web";
    static final String PROGRAM_CLIENT = "case-meetings-program";

    /// The user behind the program's own tokens.
    static final String PROGRAM_USER = "service-account-" + PROGRAM_CLIENT;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Everything, for a Keycloak that does not know the realm yet.
    ObjectNode complete() {
        var realm = template();
        fill(client(realm, WEB_CLIENT));
        client(realm, PROGRAM_CLIENT).put("secret", programSecret);
        var list = realm.putArray("users");
        for (var user : users) {
            var node = list.addObject();
            node.put("id", user.id().toString());
            node.put("username", user.username());
            node.put("enabled", true);
            node.put("email", user.email());
            node.put("emailVerified", true);
            node.put("firstName", user.first());
            node.put("lastName", user.last());
            var password = node.putArray("credentials").addObject();
            password.put("type", "password");
            password.put("value", userPassword);
            password.put("temporary", false);
        }
        var program = list.addObject();
        program.put("id", DemoUser.idOf(PROGRAM_USER).toString());
        program.put("username", PROGRAM_USER);
        program.put("enabled", true);
        program.put("serviceAccountClientId", PROGRAM_CLIENT);
        return realm;
    }

    /// The one client that depends on where the server is found.
    ObjectNode webClient() {
        return fill(client(template(), WEB_CLIENT));
    }

    private ObjectNode fill(ObjectNode web) {
        web.put("secret", webSecret);
        web.put("rootUrl", webUrl);
        web.putArray("redirectUris").add(webUrl + "/sign-in/callback");
        web.withObject("/attributes").put("post.logout.redirect.uris", webUrl + "/signed-out");
        return web;
    }

    private static ObjectNode client(ObjectNode realm, String clientId) {
        for (var client : realm.withArray("/clients")) {
            if (client.path("clientId").asText().equals(clientId)) {
                return (ObjectNode) client;
            }
        }
        throw new IllegalStateException("realm.json has no client " + clientId);
    }

    private static ObjectNode template() {
        try (var in = Realm.class.getResourceAsStream("/realm.json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
