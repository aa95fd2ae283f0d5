package mappa.departure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Departures from guidance for programs.
@Path("/api/departures")
@Tag(name = "Departures")
class DepartureResource {

    private final DepartureService service;
    private final CurrentActor current;

    DepartureResource(DepartureService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    record Recorded(UUID id) {}

    record New(
            @NotNull String rule,
            @Nullable UUID thing,
            @Nullable String reference,
            @NotNull String what,
            @NotNull String reason,
            @NotNull UUID approvedBy,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    @GET
    @Requires(Operation.READ_DEPARTURES)
    public DepartureList departures(@QueryParam("after") @Nullable UUID after) {
        return service.list(after, current.get());
    }

    @POST
    @Requires(Operation.RECORD_DEPARTURE)
    public Recorded record(@Valid @NotNull New command) {
        return new Recorded(
                service.record(
                        new RecordDeparture(
                                command.rule(),
                                command.thing(),
                                command.reference(),
                                command.what(),
                                command.reason(),
                                command.approvedBy(),
                                command.from(),
                                command.to()),
                        current.get()));
    }

    @POST
    @Path("{id}/end")
    @Requires(Operation.RECORD_DEPARTURE)
    public void end(UUID id) {
        service.end(id, current.get());
    }
}
