package mappa.rule;

/// Somebody else changed the thing since the actor read it; nothing has changed now.
public class Changed extends RuntimeException {

    private final int expected;
    private final int found;

    /// @param expected version that the actor had read
    /// @param found version that stands in the database
    public Changed(Class<?> what, int expected, int found) {
        super("%s: version %d expected, %d found".formatted(what.getSimpleName(), expected, found));
        this.expected = expected;
        this.found = found;
    }

    public int expected() {
        return expected;
    }

    public int found() {
        return found;
    }
}
