package mappa.meeting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Page;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Level 2 and 3 meetings for programs: the commands and views of the pages.
@Path("/api/meetings")
@Tag(name = "Meetings")
class MeetingResource {

    private final MeetingService service;
    private final RecordService records;
    private final CurrentActor current;

    MeetingResource(MeetingService service, RecordService records, CurrentActor current) {
        this.service = service;
        this.records = records;
        this.current = current;
    }

    /// @param id of what was made
    record Made(UUID id) {}

    record Reason(@NotBlank @Size(max = 2_000) String reason) {}

    /// @param reason why not on its day; null on its day
    record Start(@Size(max = 2_000) @Nullable String reason) {}

    record Move(@Valid @NotNull ArrangeMeeting to, @NotBlank @Size(max = 2_000) String reason) {}

    @GET
    @Requires(Operation.LIST_MEETINGS)
    public Page<MeetingView> list(@QueryParam("after") @Nullable UUID after) {
        var found = service.ahead(after, current.get());
        return Page.of(found.items(), found.next());
    }

    @GET
    @Path("due")
    @Requires(Operation.LIST_MEETINGS)
    public Page<CycleView> due(@QueryParam("after") @Nullable UUID after) {
        var found = service.due(after, current.get());
        return Page.of(found.items(), found.next());
    }

    @GET
    @Path("cycles/{id}")
    @Requires(Operation.READ_CYCLE)
    public CycleView cycle(UUID id) {
        return service.cycle(id, current.get());
    }

    @POST
    @Path("cycles/{id}/meetings")
    @ResponseStatus(201)
    @Requires(Operation.ARRANGE_MEETING)
    public Made arrange(UUID id, @Valid @NotNull ArrangeMeeting command) {
        return new Made(service.arrange(id, command, current.get()));
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_MEETING)
    public MeetingView view(UUID id) {
        return service.meeting(id, current.get());
    }

    @GET
    @Path("{id}/proposal")
    @Requires(Operation.ARRANGE_MEETING)
    public List<ProposedInvitee> proposal(UUID id) {
        return service.proposed(id, current.get());
    }

    @GET
    @Path("{id}/left-out")
    @Requires(Operation.READ_MEETING)
    public List<LeftOutView> leftOut(UUID id) {
        return service.leftOut(id, current.get());
    }

    @POST
    @Path("{id}/invitations")
    @Requires(Operation.ARRANGE_MEETING)
    public void invite(UUID id, @Valid @NotNull SendInvitations command) {
        service.invite(id, command, current.get());
    }

    @POST
    @Path("{id}/agencies")
    @ResponseStatus(201)
    @Requires(Operation.ARRANGE_MEETING)
    public Made add(UUID id, @Valid @NotNull SendInvitations.Asked command) {
        return new Made(service.add(id, command, current.get()));
    }

    @POST
    @Path("{id}/invitations/{invitation}/removal")
    @Requires(Operation.ARRANGE_MEETING)
    public void takeOff(UUID id, UUID invitation, @Valid @NotNull Reason command) {
        service.takeOff(id, invitation, command.reason(), current.get());
    }

    @POST
    @Path("{id}/move")
    @Requires(Operation.ARRANGE_MEETING)
    public void move(UUID id, @Valid @NotNull Move command) {
        service.move(id, command.to(), command.reason(), current.get());
    }

    @POST
    @Path("{id}/call-off")
    @Requires(Operation.ARRANGE_MEETING)
    public void callOff(UUID id, @Valid @NotNull Reason command) {
        service.callOff(id, command.reason(), current.get());
    }

    @POST
    @Path("{id}/start")
    @Requires(Operation.RUN_MEETING)
    public void start(UUID id, @Valid @NotNull Start command) {
        service.start(id, command.reason(), current.get());
    }

    @GET
    @Path("{id}/record")
    @Requires(Operation.READ_RECORD)
    public RecordView read(UUID id) {
        return records.open(id, current.get());
    }

    @POST
    @Path("{id}/record")
    @Requires(Operation.RUN_MEETING)
    public void save(UUID id, @Valid @NotNull SaveRecord command) {
        records.keep(id, command, current.get());
    }

    @POST
    @Path("{id}/adjourn")
    @Requires(Operation.CLOSE_MEETING)
    public void adjourn(UUID id, @Valid @NotNull Reason command) {
        service.adjourn(id, command.reason(), current.get());
    }

    @POST
    @Path("{id}/close")
    @Requires(Operation.CLOSE_MEETING)
    public void close(UUID id) {
        service.close(id, current.get());
    }
}
