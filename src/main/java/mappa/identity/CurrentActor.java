package mappa.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The actor of the running request or job.
@RequestScoped
public class CurrentActor {

    private @Nullable Actor actor;

    /// @throws IllegalStateException if nobody is acting: a mistake of ours, since each way in sets
    ///   the actor first
    public Actor get() {
        if (actor == null) {
            throw new IllegalStateException("no actor in this request");
        }
        return actor;
    }

    public boolean isSet() {
        return actor != null;
    }

    /// For the ways in only: the guard of requests, and the workers.
    public void set(Actor actor) {
        this.actor = actor;
    }

    /// Runs work as somebody else, for the ways in that serve several actors in turn.
    public <T> T as(Actor other, Supplier<T> work) {
        var before = actor;
        actor = other;
        try {
            return work.get();
        } finally {
            actor = before;
        }
    }
}
