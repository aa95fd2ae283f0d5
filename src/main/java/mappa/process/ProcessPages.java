package mappa.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// Processes that stand still, and having them go on (S-110): ids and codes only.
@Path("/processes")
@Produces(MediaType.TEXT_HTML)
class ProcessPages {

    private static final int SHOWN = 25;

    private final ProcessService service;
    private final Engine engine;
    private final CurrentActor current;
    private final Forms forms;

    ProcessPages(ProcessService service, Engine engine, CurrentActor current, Forms forms) {
        this.service = service;
        this.engine = engine;
        this.current = current;
        this.forms = forms;
    }

    /// @param next thing after which the next page begins; null on the last
    record Monitor(boolean enginePresent, List<RefusedCommand> refused, @Nullable UUID next) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance processes(Monitor page, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.OPERATE)
    public TemplateInstance processes(@QueryParam("after") @Nullable UUID after) {
        return page(after, Form.empty());
    }

    @POST
    @Path("{thing}/try-again")
    @Requires(Operation.OPERATE)
    public Response tryAgain(UUID thing) {
        return forms.submit(
                () -> {
                    service.tryAgain(thing, current.get());
                    return "/processes?alert=" + "process.alert.tried-again";
                },
                form -> page(null, form));
    }

    private TemplateInstance page(@Nullable UUID after, Form form) {
        var found = service.refused(after, SHOWN + 1, current.get());
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        var next = found.size() > SHOWN ? shown.getLast().thing() : null;
        return Templates.processes(new Monitor(engine.isPresent(), shown, next), form);
    }
}
