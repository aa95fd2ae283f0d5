package mappa.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.time.London;
import mappa.web.HomeBlock;

/// What waits for somebody, on their home page: first what is theirs, then what they could take.
@ApplicationScoped
class TaskHome implements HomeBlock {

    private static final int ROWS = 5;

    private final WorkItemService service;
    private final TaskWords words;
    private final Clock clock;

    TaskHome(WorkItemService service, TaskWords words, Clock clock) {
        this.service = service;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean concerns(Actor actor) {
        return !actor.has(
                Role.PANEL_MEMBER); // whose only tasks are the ballots, a block of their own
    }

    @Override
    public Content content(Actor actor) {
        var today = London.today(clock);
        var waiting = new ArrayList<WorkItemSummary>();
        var total = 0L;
        for (var view : new TaskView[] {TaskView.MINE, TaskView.AVAILABLE}) {
            var page = service.list(view, TaskFilter.NONE, null, actor);
            waiting.addAll(page.items());
            total += page.total();
        }
        var rows =
                waiting.stream()
                        .limit(ROWS)
                        .map(item -> words.row(item, today))
                        .map(
                                row ->
                                        new Row(
                                                row.due(),
                                                row.item().dueOn(),
                                                row.what(),
                                                row.item().reference(),
                                                row.item().holderName(),
                                                row.item().path()))
                        .toList();
        return new Content(
                "task.home", "task.column.holder", total, rows, "/tasks", "task.home.empty");
    }
}
