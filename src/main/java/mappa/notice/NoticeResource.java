package mappa.notice;

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
import mappa.notice.NoticeQueue.Unsent;
import mappa.web.Page;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Mails that have not left, for operators' programs.
@Path("/api/notices")
@Tag(name = "Running the service")
class NoticeResource {

    private final NoticeService service;
    private final CurrentActor current;

    NoticeResource(NoticeService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    @GET
    @Path("unsent")
    @Requires(Operation.OPERATE)
    public Page<Unsent> unsent(
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        var found = service.unsent(after, limit + 1, current.get());
        var shown = found.subList(0, Math.min(limit, found.size()));
        return Page.of(shown, found.size() > limit ? shown.getLast().id() : null);
    }

    @POST
    @Path("{id}/send-again")
    @Requires(Operation.OPERATE)
    public void sendAgain(UUID id) {
        service.sendAgain(id, current.get());
    }
}
