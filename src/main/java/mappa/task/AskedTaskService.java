package mappa.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import mappa.identity.Actor;
import mappa.process.UserTask;
import mappa.process.UserTasks;
import org.jspecify.annotations.Nullable;

/// Turns what the engine asks into work, and takes it off the list when it no longer asks.
@ApplicationScoped
@Transactional
class AskedTaskService {

    private final WorkItems items;
    private final WorkItemService service;
    private final Instance<TaskSource> sources;
    private final Clock clock;

    AskedTaskService(
            WorkItems items,
            WorkItemService service,
            @Any Instance<TaskSource> sources,
            Clock clock) {
        this.items = items;
        this.service = service;
        this.sources = sources;
        this.clock = clock;
    }

    /// Running it twice is safe: the same work is found by what it is, not by the engine's number.
    UserTasks.Reply ask(UserTask task, Actor actor) {
        items.lock(task.thing()); // an answer given meanwhile is seen by what follows
        return switch (source(task.process()).describe(task)) {
            case TaskSource.Answer.Open(var details) -> {
                open(task, details, actor);
                yield new UserTasks.Reply.Waits();
            }
            case TaskSource.Answer.Settled() -> {
                gone(task.thing(), task.element(), task.round(), task.seat(), actor);
                yield new UserTasks.Reply.Waits();
            }
            case TaskSource.Answer.Done(var variables) -> {
                gone(task.thing(), task.element(), task.round(), task.seat(), actor);
                yield new UserTasks.Reply.Done(variables);
            }
        };
    }

    private void open(UserTask task, TaskDetails details, Actor actor) {
        var identity =
                new WorkItem.Identity(task.thing(), task.element(), task.round(), task.seat());
        var known = items.find(identity);
        if (known.isEmpty()) {
            var asked = new WorkItem.Asked(task.process(), task.kind(), task.candidateRole());
            service.add(new WorkItem(identity, asked, details, clock.instant()), actor);
        } else if (known.get().state() == WorkItemState.WITHDRAWN) {
            known.get().askAgain(details);
            service.changed(known.get(), Change.ASKED_AGAIN, actor);
        }
    }

    private TaskSource source(String process) {
        return sources.stream()
                .filter(source -> source.process().equals(process))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no TaskSource for process " + process));
    }

    void gone(UUID thing, String element, int round, @Nullable String seat, Actor actor) {
        service.withdraw(thing, element, round, seat, actor);
    }
}
