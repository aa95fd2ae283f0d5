package mappa.agency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The areas of the installation for programs.
@Path("/api/areas")
@Tag(name = "Areas")
class AreaResource {

    private final InstallationService service;
    private final Areas areas;
    private final CurrentActor current;

    AreaResource(InstallationService service, Areas areas, CurrentActor current) {
        this.service = service;
        this.areas = areas;
        this.current = current;
    }

    record New(@NotNull String code, @NotNull String name) {}

    @GET
    @Requires(Operation.ADD_AREA)
    public Map<String, String> areas() {
        return areas.names();
    }

    @POST
    @Requires(Operation.ADD_AREA)
    public void add(@Valid @NotNull New command) {
        service.addArea(command.code(), command.name(), current.get());
    }
}
