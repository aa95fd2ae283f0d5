package mappa.identity;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// The session that a request came with.
public final class SessionOfRequest {

    private static final String NAME = Session.class.getName();

    private SessionOfRequest() {}

    /// Empty for a request without a cookie, and for the API.
    public static Optional<Session> find(RoutingContext routing) {
        return Optional.ofNullable(routing.get(NAME));
    }

    static void put(RoutingContext routing, Session session) {
        routing.put(NAME, session);
    }
}
