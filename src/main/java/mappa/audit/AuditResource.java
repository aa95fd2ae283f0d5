package mappa.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The audit's chains for programs.
@Path("/api/audit")
@Tag(name = "Audit")
class AuditResource {

    private final AuditService service;
    private final CurrentActor current;

    AuditResource(AuditService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    /// `[{"area": "NS", "rows": 4711, "head": "9f86…", "whole": true}]`; `firstBadRow` where it is
    /// not whole.
    @GET
    @Path("verification")
    @Requires(Operation.VERIFY_AUDIT)
    public List<AuditChain.Verification> verification() {
        return service.verification(current.get());
    }
}
