package mappa.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Happened;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Session;
import mappa.identity.Sessions;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Turns a verified identity into an actor, on each request: an appointment that has ended acts at
/// once.
@ApplicationScoped
@Transactional
class SignIns {

    private final Actors actors;
    private final Sessions sessions;
    private final AuditTrail audit;

    SignIns(Actors actors, Sessions sessions, AuditTrail audit) {
        this.actors = actors;
        this.sessions = sessions;
        this.audit = audit;
    }

    Actor actor(JsonWebToken token, Optional<Session> session) {
        var acting = session.map(Session::acting).orElse(null);
        var actor =
                actors.find(token.getIssuer(), token.getSubject(), acting)
                        .orElseGet(() -> newcomer(token));
        session.filter(it -> it.user() == null)
                .filter(it -> sessions.belongsTo(it, actor.personId()))
                .ifPresent(
                        it -> {
                            actors.signedIn(actor.personId(), token.getName());
                            audit.record(actor, new SignedIn());
                        });
        return actor;
    }

    private Actor newcomer(JsonWebToken token) {
        String name = token.getClaim("name");
        actors.account(
                token.getIssuer(),
                token.getSubject(),
                name == null ? token.getName() : name,
                token.getClaim("email"));
        return actors.find(token.getIssuer(), token.getSubject(), null).orElseThrow();
    }

    /// Somebody signed in at a browser.
    record SignedIn() implements Happened {
        @Override
        public Kind kind() {
            return Kind.SIGN_IN;
        }

        @Override
        public List<UUID> subjects() {
            return List.of();
        }
    }
}
