package mappa.meeting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Form;
import mappa.web.Forms;

/// An agreed action as its agency sees it (S-63).
@Path("/actions")
@Produces(MediaType.TEXT_HTML)
class ActionPages {

    private final ActionService service;
    private final CurrentActor current;
    private final Forms forms;

    ActionPages(ActionService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    /// @param finishes whether the reader's agency can say now that it is done
    record ActionPage(ActionView action, boolean finishes, String path) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance action(ActionPage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_ACTION)
    public TemplateInstance action(UUID id) {
        return action(id, forms.show(Form.empty()));
    }

    private TemplateInstance action(UUID id, Form form) {
        var action = service.action(id, current.get());
        return Templates.action(
                new ActionPage(
                        action, service.canFinish(id, current.get()), ActionService.page(id)),
                form);
    }

    @POST
    @Path("{id}")
    @Requires(Operation.FINISH_ACTION)
    public Response finish(UUID id) {
        return forms.submit(
                () -> {
                    var result = forms.sent().required("result", "meeting.action-without-result");
                    forms.sent().check();
                    service.finish(id, result, current.get());
                    return ActionService.page(id) + "?alert=meeting.alert.finished";
                },
                form -> action(id, form));
    }
}
