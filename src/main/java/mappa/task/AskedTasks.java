package mappa.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.process.UserTask;
import mappa.process.UserTasks;
import org.jspecify.annotations.Nullable;

/// Where the engine's tasks come in.
@ApplicationScoped
class AskedTasks implements UserTasks {

    private final AskedTaskService service;
    private final CurrentActor current;

    AskedTasks(AskedTaskService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    @Override
    public Reply asked(UserTask task) {
        return service.ask(task, current.get());
    }

    @Override
    public void gone(UUID thing, String element, int round, @Nullable String seat) {
        service.gone(thing, element, round, seat, current.get());
    }
}
