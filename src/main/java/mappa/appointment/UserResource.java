package mappa.appointment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Grade;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.Role;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Users and their roles for programs.
@Path("/api/users")
@Tag(name = "Users and roles")
class UserResource {

    private final AppointmentService service;
    private final CurrentActor current;

    UserResource(AppointmentService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    record Proposed(ProposalState state) {}

    record Propose(
            @NotNull Role role,
            @Nullable String area,
            @Nullable UUID agency,
            @Nullable Grade grade,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    @GET
    @Requires(Operation.READ_USERS)
    public UserPage users(
            @QueryParam("view") @Nullable UserFilter view,
            @QueryParam("after") @Nullable UUID after) {
        return service.users(view == null ? UserFilter.WITH_ROLE : view, after, current.get());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_USERS)
    public UserView user(UUID id) {
        return service.user(id, current.get());
    }

    @POST
    @Path("{id}/appointments")
    @Requires(Operation.PROPOSE_APPOINTMENT)
    public Proposed propose(UUID id, @Valid @NotNull Propose command) {
        return new Proposed(
                service.propose(
                        new ProposeAppointment(
                                id,
                                command.role(),
                                command.area(),
                                command.agency(),
                                command.grade(),
                                command.from(),
                                command.until()),
                        current.get()));
    }

    @POST
    @Path("{id}/proposals/{proposal}/confirm")
    @Requires(Operation.CONFIRM_APPOINTMENT)
    public void confirm(UUID id, UUID proposal) {
        service.confirm(id, proposal, current.get());
    }

    @POST
    @Path("{id}/proposals/{proposal}/refuse")
    @Requires(Operation.CONFIRM_APPOINTMENT)
    public void refuse(UUID id, UUID proposal) {
        service.refuse(id, proposal, current.get());
    }

    @POST
    @Path("{id}/appointments/{appointment}/end")
    @Requires(Operation.END_APPOINTMENT)
    public void end(UUID id, UUID appointment) {
        service.end(id, appointment, current.get());
    }
}
