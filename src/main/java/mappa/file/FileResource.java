package mappa.file;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Page;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Files of records for programs: what is there, and the files themselves. Adding is for people.
@Path("/api/files")
@Tag(name = "Files")
class FileResource {

    private final FileService service;
    private final CurrentActor current;

    FileResource(FileService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    @GET
    @Path("{holder}/{id}")
    @Requires(Operation.READ_FILES)
    public Page<FileView> list(String holder, UUID id) {
        return Page.of(service.files(holder, id, current.get()).files(), null);
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Requires(Operation.READ_FILES)
    public Response open(UUID id) {
        return answer(service.open(id, current.get()));
    }

    static Response answer(OpenedFile file) {
        return Response.ok(file.content(), file.type().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(file.name()))
                .build();
    }
}
