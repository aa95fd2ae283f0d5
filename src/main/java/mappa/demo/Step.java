package mappa.demo;

import java.time.Instant;
import java.util.UUID;
import mappa.identity.Actor;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;

/// One thing that somebody did in an invented area: one transaction.
///
/// @param name by which a repeated load knows that it is done
/// @param at when it was done
/// @param user null for the system
/// @param role in which the user acted
record Step(String name, Instant at, @Nullable DemoUser user, @Nullable Role role, Work work) {

    /// What is done.
    @FunctionalInterface
    interface Work {
        /// @return the id of what it made, for later steps; null if it made nothing
        @Nullable UUID by(Actor actor);
    }
}
