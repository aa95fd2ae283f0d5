package mappa.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What an agency does with its invitation, for programs: the commands and views of the pages.
@Path("/api/invitations")
@Tag(name = "Meetings")
class InvitationResource {

    private final InvitationService service;
    private final CurrentActor current;

    InvitationResource(InvitationService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_MEETING)
    public InvitationView view(UUID id) {
        return service.invitation(id, current.get());
    }

    @POST
    @Path("{id}/answer")
    @Requires(Operation.ANSWER_INVITATION)
    public void answer(UUID id, @Valid @NotNull AnswerInvitation command) {
        service.answer(id, command, current.get());
    }

    @GET
    @Path("{id}/returns")
    @Requires(Operation.READ_MEETING)
    public List<ReturnView> returns(UUID id) {
        return service.returns(id, current.get());
    }

    @POST
    @Path("{id}/returns")
    @Requires(Operation.ANSWER_INVITATION)
    public void sendReturn(UUID id, @Valid @NotNull SendReturn command) {
        service.sendReturn(id, command, current.get());
    }
}
