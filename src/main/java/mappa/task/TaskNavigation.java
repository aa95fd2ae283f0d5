package mappa.task;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import mappa.identity.Operation;
import mappa.web.NavigationItem;

class TaskNavigation {

    @Produces
    @Singleton
    NavigationItem tasks() {
        return new NavigationItem("/tasks", "task.list", Operation.USE_TASKS, 10);
    }
}
