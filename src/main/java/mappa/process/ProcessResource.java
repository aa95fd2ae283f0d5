package mappa.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Page;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Processes that stand still, for operators' programs.
@Path("/api/processes")
@Tag(name = "Running the service")
class ProcessResource {

    private final ProcessService service;
    private final CurrentActor current;

    ProcessResource(ProcessService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    @GET
    @Path("refused")
    @Requires(Operation.OPERATE)
    public Page<RefusedCommand> refused(
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var found = service.refused(after, limit + 1, current.get());
        var shown = found.subList(0, Math.min(limit, found.size()));
        return Page.of(shown, found.size() > limit ? shown.getLast().thing() : null);
    }

    @POST
    @Path("{thing}/try-again")
    @Requires(Operation.OPERATE)
    public void tryAgain(UUID thing) {
        service.tryAgain(thing, current.get());
    }
}
