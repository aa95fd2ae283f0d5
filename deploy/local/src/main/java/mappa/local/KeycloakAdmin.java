package mappa.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Brings the realm into Keycloak through its administration API.
///
/// Not through a file that Keycloak imports at its start: that would leave a file with passwords,
/// and would not follow when the server moves to another port.
final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI keycloak;
    private final String secret;

    KeycloakAdmin(URI keycloak, String secret) {
        this.keycloak = keycloak;
        this.secret = secret;
    }

    /// Makes the realm if it is not there; otherwise lets the pages' client follow the server's
    /// address. Users and what has become of them are left alone.
    void bring(Realm realm) {
        try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            var token = token(http);
            var found = send(http, token, "GET", "/admin/realms/" + Realm.NAME, null);
            if (found.statusCode() == 404) {
                expect(
                        send(http, token, "POST", "/admin/realms", realm.complete()),
                        201,
                        "make the realm");
                return;
            }
            expect(found, 200, "read the realm");
            var client = realm.webClient();
            var path =
                    "/admin/realms/%s/clients/%s".formatted(Realm.NAME, client.path("id").asText());
            expect(send(http, token, "PUT", path, client), 204, "bring the client up to date");
        } catch (IOException e) {
            throw new Refusal(
                    "Keycloak at %s could not be set up: %s.".formatted(keycloak, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", e);
        }
    }

    private String token(HttpClient http) throws IOException, InterruptedException {
        var form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(
                                Keycloak.ADMIN_CLIENT,
                                URLEncoder.encode(secret, StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(
                                keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .timeout(Duration.ofSeconds(60))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        expect(answer, 200, "sign in as its administrator");
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private HttpResponse<String> send(
            HttpClient http,
            String token,
            String method,
            String path,
            @org.jspecify.annotations.Nullable JsonNode body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(keycloak.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(
                                                JSON.writeValueAsString(body)))
                        .timeout(Duration.ofMinutes(3))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void expect(HttpResponse<String> answer, int status, String what) {
        if (answer.statusCode() != status) {
            throw new Refusal(
                    "Keycloak at %s would not %s (status %d: %s)."
                            .formatted(keycloak, what, answer.statusCode(), answer.body()));
        }
    }
}
