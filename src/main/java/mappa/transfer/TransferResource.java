package mappa.transfer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Transfers of cases for programs.
@Path("/api/transfers")
@Tag(name = "Transfers")
class TransferResource {

    private final TransferService service;
    private final TransferReadingService reading;
    private final CurrentActor current;

    TransferResource(
            TransferService service, TransferReadingService reading, CurrentActor current) {
        this.service = service;
        this.reading = reading;
        this.current = current;
    }

    /// @param to code of the area that is asked
    record Offer(@NotNull UUID caseId, @NotNull String to) {}

    record Offered(UUID id) {}

    record Because(@NotNull String reason) {}

    record Give(@NotNull UUID agency, @NotNull LocalDate dueOn) {}

    @GET
    @Requires(Operation.LIST_TRANSFERS)
    public List<TransferView> transfers() {
        return reading.list(current.get());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_TRANSFER)
    public TransferView transfer(UUID id) {
        return reading.transfer(id, current.get());
    }

    @POST
    @Requires(Operation.OFFER_TRANSFER)
    public Offered offer(@Valid @NotNull Offer command) {
        return new Offered(service.offer(command.caseId(), command.to(), current.get()));
    }

    @POST
    @Path("{id}/recall")
    @Requires(Operation.OFFER_TRANSFER)
    public void recall(UUID id) {
        service.recall(id, current.get());
    }

    @POST
    @Path("{id}/keep")
    @Requires(Operation.OFFER_TRANSFER)
    public void keep(UUID id) {
        service.keep(id, current.get());
    }

    /// Answers with the case, or with people of the own area to compare first.
    @POST
    @Path("{id}/accept")
    @Requires(Operation.ANSWER_TRANSFER)
    public Acceptance accept(UUID id, @Valid @NotNull AcceptTransfer command) {
        return service.accept(id, command, current.get());
    }

    @POST
    @Path("{id}/decline")
    @Requires(Operation.ANSWER_TRANSFER)
    public void decline(UUID id, @Valid @NotNull Because command) {
        service.decline(id, command.reason(), current.get());
    }

    @POST
    @Path("{id}/actions/{action}/give")
    @Requires(Operation.ANSWER_TRANSFER)
    public void give(UUID id, UUID action, @Valid @NotNull Give command) {
        service.give(id, action, command.agency(), command.dueOn(), current.get());
    }

    @POST
    @Path("{id}/actions/{action}/close")
    @Requires(Operation.ANSWER_TRANSFER)
    public void close(UUID id, UUID action, @Valid @NotNull Because command) {
        service.close(id, action, command.reason(), current.get());
    }
}
