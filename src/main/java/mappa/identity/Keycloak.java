package mappa.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Calls that the server makes to Keycloak by itself, as the pages' client.
@ApplicationScoped
class Keycloak {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String protocol;
    private final String authorization;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Keycloak(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer,
            @ConfigProperty(name = "quarkus.oidc.client-id") String client,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") String secret) {
        protocol = issuer + "/protocol/openid-connect/";
        authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (encode(client) + ":" + encode(secret))
                                                .getBytes(StandardCharsets.UTF_8));
    }

    /// New tokens for a refresh token, which is used up by that.
    HttpResponse<String> refresh(String refreshToken) throws IOException, InterruptedException {
        return post("token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /// Ends the sign-in that a refresh token came from, for all its clients.
    HttpResponse<String> logout(String refreshToken) throws IOException, InterruptedException {
        return post("logout", Map.of("refresh_token", refreshToken));
    }

    private HttpResponse<String> post(String endpoint, Map<String, String> form)
            throws IOException, InterruptedException {
        var body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(URI.create(protocol + endpoint))
                        .timeout(TIMEOUT)
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
