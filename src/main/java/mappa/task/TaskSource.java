package mappa.task;

import java.util.Map;
import mappa.process.UserTask;
import org.jspecify.annotations.Nullable;

/// What a feature knows about the tasks of its process; one bean for each process.
public interface TaskSource {

    /// Id of the process, for example `referral-panel`.
    String process();

    /// What the record says of a task that the engine asks, at this moment and in this transaction,
    /// with the system as actor. It is asked again when the engine asks again and when an instance
    /// was built again.
    ///
    /// A kind that the feature does not know (somebody extended the model) is described too,
    /// without a path.
    Answer describe(UserTask task);

    /// Whether somebody has to do it.
    sealed interface Answer {

        /// It waits for somebody.
        record Open(TaskDetails details) implements Answer {}

        /// Nobody has to do it any more, and the engine hears of it through the outbox, or ends it
        /// by itself: a ballot that was cast before the panel has decided, a seat left open by a
        /// decision.
        record Settled() implements Answer {}

        /// It was done while the engine was away, and this is its answer.
        record Done(Map<String, ? extends @Nullable Object> variables) implements Answer {}
    }
}
