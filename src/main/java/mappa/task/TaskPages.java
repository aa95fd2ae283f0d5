package mappa.task;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.rule.NotFound;
import mappa.time.London;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// S-11, the list of everything that somebody is asked to do, and S-12, one piece of work with its
/// history.
@Path("/tasks")
@Produces(MediaType.TEXT_HTML)
class TaskPages {

    private final WorkItemService service;
    private final CurrentActor current;
    private final Forms forms;
    private final TaskWords words;
    private final Clock clock;

    TaskPages(
            WorkItemService service,
            CurrentActor current,
            Forms forms,
            TaskWords words,
            Clock clock) {
        this.service = service;
        this.current = current;
        this.forms = forms;
        this.words = words;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                TaskView view,
                TaskCounts counts,
                TaskPage page,
                List<TaskRow> rows,
                List<Choice> kinds,
                Form filter,
                boolean first);

        static native TemplateInstance history(
                WorkItemHistory history,
                TaskRow row,
                List<Recipient> recipients,
                boolean mine,
                Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.USE_TASKS)
    public TemplateInstance list(
            @QueryParam("view") @Nullable String asked,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("due") @Nullable String due,
            @QueryParam("after") @Nullable String after) {
        var view = view(asked);
        var today = London.today(clock);
        var until =
                switch (due == null ? "" : due) {
                    case "overdue" -> today.minusDays(1);
                    case "week" -> today.plusDays(7);
                    default -> null;
                };
        var wanted = kind == null || kind.isBlank() ? null : kind;
        var page =
                service.list(
                        view,
                        new TaskFilter(wanted, null, until, null, null),
                        after,
                        current.get());
        var rows = page.items().stream().map(item -> words.row(item, today)).toList();
        var kinds =
                Stream.concat(
                                Stream.of(Choice.of("", "task.filter.all-kinds")),
                                page.kinds().stream().filter(words::isKnown).map(words::choice))
                        .toList();
        return Templates.list(
                view,
                service.counts(current.get()),
                page,
                rows,
                kinds,
                Form.empty().with("kind", wanted).with("due", due),
                after == null);
    }

    private static TaskView view(@Nullable String asked) {
        return Stream.of(TaskView.values())
                .filter(view -> view.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElse(TaskView.MINE);
    }

    @GET
    @Path("{id}")
    @Requires(Operation.USE_TASKS)
    public TemplateInstance history(UUID id) {
        return history(id, forms.show(Form.empty()));
    }

    private TemplateInstance history(UUID id, Form form) {
        var actor = current.get();
        var history = service.history(id, actor);
        return Templates.history(
                history,
                words.row(history.item(), London.today(clock)),
                recipients(history, id),
                actor.personId().equals(history.item().holder()),
                form);
    }

    private List<Recipient> recipients(WorkItemHistory history, UUID id) {
        try {
            return history.item().state() == WorkItemState.OPEN
                    ? service.recipients(id, current.get())
                    : List.of();
        } catch (NotFound seenButNotAsked) {
            return List.of();
        }
    }

    @POST
    @Path("{id}/take")
    @Requires(Operation.USE_TASKS)
    public Response take(UUID id) {
        return forms.submit(
                () -> {
                    service.take(id, current.get());
                    return "/tasks/" + id + "?alert=task.alert.taken";
                },
                form -> history(id, form));
    }

    @POST
    @Path("{id}/put-back")
    @Requires(Operation.USE_TASKS)
    public Response putBack(UUID id) {
        return forms.submit(
                () -> {
                    service.putBack(id, current.get());
                    return "/tasks?alert=task.alert.put-back";
                },
                form -> history(id, form));
    }

    @POST
    @Path("{id}/give")
    @Requires(Operation.USE_TASKS)
    public Response give(UUID id) {
        return forms.submit(
                () -> {
                    var person = forms.sent().required("person", "task.choose-person");
                    forms.sent().check();
                    service.give(
                            id, UUID.fromString(person), forms.sent().version(), current.get());
                    return "/tasks/" + id + "?alert=task.alert.given";
                },
                form -> history(id, form));
    }

    @POST
    @Path("{id}/finish")
    @Requires(Operation.USE_TASKS)
    public Response finish(UUID id) {
        return forms.submit(
                () -> {
                    var note = forms.sent().required("note", "task.note-missing");
                    forms.sent().check();
                    service.finish(id, note, forms.sent().version(), current.get());
                    return "/tasks?alert=task.alert.finished";
                },
                form -> history(id, form));
    }
}
