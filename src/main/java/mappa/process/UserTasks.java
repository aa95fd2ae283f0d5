package mappa.process;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who keeps what the engine asks of people. This package tells it and knows nothing more about it.
///
/// Both methods are called outside a transaction with the system as actor, more than once for the
/// same work.
public interface UserTasks {

    /// The engine asks: the work appears, unless the record says that it is done.
    Reply asked(UserTask task);

    /// The engine no longer asks: work that is still open is withdrawn.
    void gone(UUID thing, String element, int round, @Nullable String seat);

    /// What the engine hears.
    sealed interface Reply {
        /// Nothing yet: the answer comes through the [Outbox].
        record Waits() implements Reply {}

        /// The work is done already, and this is the answer.
        record Done(Map<String, ? extends @Nullable Object> variables) implements Reply {}
    }
}
