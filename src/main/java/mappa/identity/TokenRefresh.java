package mappa.identity;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Asks Keycloak every few minutes whether a signed-in person still is: a disabled account or an
/// ended single sign-on session ends ours. One request of a session does it, under the session's
/// row; the others go on meanwhile.
@ApplicationScoped
class TokenRefresh {

    private static final Logger LOG = Logger.getLogger(TokenRefresh.class);
    private static final Duration EVERY = Duration.ofMinutes(4);

    private final Sessions sessions;
    private final Clock clock;
    private final Keycloak keycloak;

    TokenRefresh(Sessions sessions, Clock clock, Keycloak keycloak) {
        this.sessions = sessions;
        this.clock = clock;
        this.keycloak = keycloak;
    }

    /// @return false if Keycloak says that the sign-in has ended; the session is gone then. With
    ///   Keycloak away the session goes on until its own limits (REL-06).
    boolean isStillGood(Sessions.Open open) {
        var session = open.session();
        if (!sessions.claimRefresh(session, clock.instant().minus(EVERY))) {
            return true;
        }
        var refreshToken = ServerSideTokens.read(open.tokens()).getRefreshToken();
        try {
            var answer = keycloak.refresh(refreshToken);
            if (answer.statusCode() == 200) {
                sessions.replaceTokens(session, merged(open.tokens(), answer.body()));
                return true;
            }
            if (answer.statusCode() == 400 || answer.statusCode() == 401) {
                sessions.end(session);
                return false;
            }
            LOG.warnf("Keycloak answered %d to a refresh", answer.statusCode());
        } catch (IOException away) {
            LOG.warn("Keycloak is away; sessions go on until their own limits");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static String merged(String before, String answer) {
        var fresh = new JsonObject(answer);
        var merged = new JsonObject(before);
        merged.put("id", fresh.getString("id_token", merged.getString("id")));
        merged.put("access", fresh.getString("access_token"));
        merged.put("refresh", fresh.getString("refresh_token", merged.getString("refresh")));
        merged.put("expires", fresh.getLong("expires_in"));
        return merged.encode();
    }
}
