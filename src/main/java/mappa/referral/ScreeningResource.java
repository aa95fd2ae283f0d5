package mappa.referral;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What the panels have, for programs.
@Path("/api/screening")
@Tag(name = "Referrals")
class ScreeningResource {

    private final ReferralService service;
    private final CurrentActor current;

    ScreeningResource(ReferralService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    @GET
    @Requires(Operation.LIST_SCREENING)
    public ScreeningView screening() {
        return service.screening(current.get());
    }
}
