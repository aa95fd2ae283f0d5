package mappa.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Minutes for programs: the commands and views of the pages.
@Path("/api/minutes")
@Tag(name = "Minutes")
class MinutesResource {

    private final MinutesService service;
    private final CurrentActor current;

    MinutesResource(MinutesService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    /// @param saves how often the text had been saved when it was read; 0 if never
    record SaveText(
            @NotNull RecordSection section,
            @NotNull @Size(max = 20_000) String text,
            @PositiveOrZero int saves) {}

    record Notes(@NotBlank @Size(max = 2_000) String notes) {}

    @GET
    @Requires(Operation.LIST_MINUTES)
    public List<MinutesSummary> list() {
        return service.list(current.get());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_MINUTES)
    public MinutesView view(UUID id) {
        return service.minutes(id, current.get());
    }

    @POST
    @Path("{id}/text")
    @Requires(Operation.WRITE_MINUTES)
    public void write(UUID id, @Valid @NotNull SaveText command) {
        service.write(id, command.section(), command.text(), command.saves(), current.get());
    }

    @POST
    @Path("{id}/to-chair")
    @Requires(Operation.WRITE_MINUTES)
    public void sendToChair(UUID id) {
        service.sendToChair(id, current.get());
    }

    @POST
    @Path("{id}/return")
    @Requires(Operation.APPROVE_MINUTES)
    public void giveBack(UUID id, @Valid @NotNull Notes command) {
        service.giveBack(id, command.notes(), current.get());
    }

    @POST
    @Path("{id}/approval")
    @Requires(Operation.APPROVE_MINUTES)
    public void approve(UUID id) {
        service.approve(id, current.get());
    }

    @GET
    @Path("{id}/proposal")
    @Requires(Operation.WRITE_MINUTES)
    public List<ProposedRecipient> proposal(UUID id) {
        return service.proposed(id, current.get());
    }

    @POST
    @Path("{id}/distribution")
    @Requires(Operation.WRITE_MINUTES)
    public void distribute(UUID id, @Valid @NotNull DistributeMinutes command) {
        service.distribute(id, command, current.get());
    }

    @POST
    @Path("{id}/addenda")
    @Requires(Operation.ADD_TO_MINUTES)
    public void add(UUID id, @Valid @NotNull AddAddendum command) {
        service.addAddendum(id, command, current.get());
    }
}
