package mappa.rule;

/// There is no such thing, or none that the actor may see: the two are one answer, so that nobody
/// learns which.
public class NotFound extends RuntimeException {

    /// @param what for the log only; never an id that somebody typed
    public NotFound(Class<?> what) {
        super(what.getSimpleName());
    }
}
