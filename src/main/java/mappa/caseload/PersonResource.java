package mappa.caseload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Finding people, for programs.
@Path("/api/people")
@Tag(name = "People and cases")
class PersonResource {

    private final PersonSearchService searching;
    private final CaseloadService service;
    private final CurrentActor current;

    PersonResource(PersonSearchService searching, CaseloadService service, CurrentActor current) {
        this.searching = searching;
        this.service = service;
        this.current = current;
    }

    /// @param id under which the result is read, for a time and by nobody else
    record Search(UUID id) {}

    /// Posted, because names do not belong into addresses.
    @POST
    @Path("searches")
    @ResponseStatus(201)
    @Requires(Operation.FIND_PERSON)
    public Search search(@Valid @NotNull SearchPeople command) {
        return new Search(searching.search(command, current.get()));
    }

    @GET
    @Path("searches/{id}")
    @Requires(Operation.FIND_PERSON)
    public SearchView result(UUID id) {
        return searching.result(id, current.get());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_PERSON)
    public PersonView person(UUID id) {
        return service.person(id, current.get());
    }
}
