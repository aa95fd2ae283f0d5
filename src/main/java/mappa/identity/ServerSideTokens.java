package mappa.identity;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/// Keeps the tokens of a sign-in on the server; the browser gets an opaque number (ASVS 10.1.1).
@ApplicationScoped
@Alternative
@Priority(1)
class ServerSideTokens implements TokenStateManager {

    private final Sessions sessions;
    private final TokenRefresh refresh;

    ServerSideTokens(Sessions sessions, TokenRefresh refresh) {
        this.sessions = sessions;
        this.refresh = refresh;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext routing,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        return request.runBlocking(() -> sessions.begin(write(tokens)));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext routing,
            OidcTenantConfig config,
            String number,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        return request.runBlocking(
                () -> {
                    var open =
                            sessions.use(number)
                                    .filter(refresh::isStillGood)
                                    .orElseThrow(AuthenticationFailedException::new);
                    SessionOfRequest.put(routing, open.session());
                    return read(open.tokens());
                });
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext routing,
            OidcTenantConfig config,
            String number,
            OidcRequestContext<Void> request) {
        return request.runBlocking(
                () -> {
                    sessions.end(number);
                    return null;
                });
    }

    static String write(AuthorizationCodeTokens tokens) {
        return new JsonObject()
                .put("id", tokens.getIdToken())
                .put("access", tokens.getAccessToken())
                .put("refresh", tokens.getRefreshToken())
                .put("expires", tokens.getAccessTokenExpiresIn())
                .encode();
    }

    static AuthorizationCodeTokens read(String text) {
        var json = new JsonObject(text);
        return new AuthorizationCodeTokens(
                json.getString("id"),
                json.getString("access"),
                json.getString("refresh"),
                json.getLong("expires"));
    }
}
