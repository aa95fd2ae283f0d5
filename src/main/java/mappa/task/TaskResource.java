package mappa.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Page;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The list of work for programs.
@Path("/api/tasks")
@Tag(name = "Tasks")
class TaskResource {

    private final WorkItemService service;
    private final CurrentActor current;

    TaskResource(WorkItemService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    /// @param version of the work as it was read
    record Give(@NotNull UUID person, @NotNull Integer version) {}

    /// @param version of the work as it was read
    record Finish(@NotBlank String note, @NotNull Integer version) {}

    @GET
    @Requires(Operation.USE_TASKS)
    public Page<WorkItemSummary> list(
            @QueryParam("view") @DefaultValue("MINE") TaskView view,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("dueFrom") @Nullable LocalDate dueFrom,
            @QueryParam("dueUntil") @Nullable LocalDate dueUntil,
            @QueryParam("agency") @Nullable UUID agency,
            @QueryParam("holder") @Nullable UUID holder,
            @QueryParam("after") @Nullable String after) {
        var filter = new TaskFilter(kind, dueFrom, dueUntil, agency, holder);
        var found = service.list(view, filter, after, current.get());
        return new Page<>(found.items(), found.next());
    }

    @GET
    @Path("counts")
    @Requires(Operation.USE_TASKS)
    public TaskCounts counts() {
        return service.counts(current.get());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.USE_TASKS)
    public WorkItemHistory history(UUID id) {
        return service.history(id, current.get());
    }

    @GET
    @Path("{id}/recipients")
    @Requires(Operation.USE_TASKS)
    public List<Recipient> recipients(UUID id) {
        return service.recipients(id, current.get());
    }

    @POST
    @Path("{id}/take")
    @Requires(Operation.USE_TASKS)
    public void take(UUID id) {
        service.take(id, current.get());
    }

    @POST
    @Path("{id}/put-back")
    @Requires(Operation.USE_TASKS)
    public void putBack(UUID id) {
        service.putBack(id, current.get());
    }

    @POST
    @Path("{id}/give")
    @Requires(Operation.USE_TASKS)
    public void give(UUID id, @Valid @NotNull Give command) {
        service.give(id, command.person(), command.version(), current.get());
    }

    @POST
    @Path("{id}/finish")
    @Requires(Operation.USE_TASKS)
    public void finish(UUID id, @Valid @NotNull Finish command) {
        service.finish(id, command.note(), command.version(), current.get());
    }
}
