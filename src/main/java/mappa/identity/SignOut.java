package mappa.identity;

import io.quarkus.oidc.OidcSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jboss.logging.Logger;

/// Ends a sign-in here and at Keycloak.
///
/// The server tells Keycloak by a call of its own. The redirect that is usual for it would carry
/// the ID token, and in it somebody's name and mail, in an address.
@ApplicationScoped
public class SignOut {

    private static final Logger LOG = Logger.getLogger(SignOut.class);

    private final Sessions sessions;
    private final Keycloak keycloak;
    private final OidcSession cookie;

    SignOut(Sessions sessions, Keycloak keycloak, OidcSession cookie) {
        this.sessions = sessions;
        this.keycloak = keycloak;
        this.cookie = cookie;
    }

    /// Ends a session: from here on its cookie opens nothing, whatever Keycloak answers.
    ///
    /// @return false if Keycloak did not answer, so that one is still signed in there
    public boolean end(Session session) {
        var tokens = sessions.end(session);
        cookie.logout().await().indefinitely();
        return tokens.isEmpty() || endAtKeycloak(tokens.get());
    }

    private boolean endAtKeycloak(String tokens) {
        try {
            var answer = keycloak.logout(ServerSideTokens.read(tokens).getRefreshToken());
            if (answer.statusCode() < 500) { // a refused token is one whose sign-in has ended
                return true;
            }
            LOG.warnf("Keycloak answered %d to a sign-out", answer.statusCode());
        } catch (IOException away) {
            LOG.warn("Keycloak is away; a sign-out was not told to it");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
