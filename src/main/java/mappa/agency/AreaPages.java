package mappa.agency;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Form;
import mappa.web.Forms;

/// The areas of the installation, and adding one (part of S-112).
@Path("/areas")
@Produces(MediaType.TEXT_HTML)
class AreaPages {

    private final InstallationService service;
    private final Areas areas;
    private final CurrentActor current;
    private final Forms forms;

    AreaPages(InstallationService service, Areas areas, CurrentActor current, Forms forms) {
        this.service = service;
        this.areas = areas;
        this.current = current;
        this.forms = forms;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance areas(Map<String, String> areas, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.ADD_AREA)
    public TemplateInstance areas() {
        return page(forms.show(Form.empty()));
    }

    @POST
    @Requires(Operation.ADD_AREA)
    public Response add() {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    service.addArea(
                            sent.value("code").strip().toUpperCase(Locale.ROOT),
                            sent.value("name"),
                            current.get());
                    return "/areas?alert=agency.alert.area-added";
                },
                this::page);
    }

    private TemplateInstance page(Form form) {
        return Templates.areas(areas.names(), form);
    }
}
