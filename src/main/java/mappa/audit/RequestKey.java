package mappa.audit;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The key that came with the running request, and whether its command had been carried out before.
@RequestScoped
public class RequestKey {

    private @Nullable String key;
    private boolean strict;
    private @Nullable Instant firstDoneAt;

    /// @param strict whether the same key with other contents is a mistake (a program's) or a new
    ///   command (a form that was changed after going back in the browser)
    public void set(String key, boolean strict) {
        this.key = key;
        this.strict = strict;
    }

    Optional<String> take() {
        var taken = Optional.ofNullable(key);
        key = null; // one command a request
        return taken;
    }

    boolean isStrict() {
        return strict;
    }

    void repeated(Instant at) {
        firstDoneAt = at;
    }

    /// When the command had been carried out first, if this request only repeated it.
    public Optional<Instant> firstDoneAt() {
        return Optional.ofNullable(firstDoneAt);
    }
}
