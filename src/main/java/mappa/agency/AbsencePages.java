package mappa.agency;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import mappa.agency.AgencyAbsenceService.AbsencesView;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Form;
import mappa.web.Forms;

/// When an agency cannot come to meetings, as known here (S-80).
@Path("/agencies")
@Produces(MediaType.TEXT_HTML)
class AbsencePages {

    private final AgencyAbsenceService service;
    private final CurrentActor current;
    private final Forms forms;

    AbsencePages(AgencyAbsenceService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    @CheckedTemplate
    static class Templates {
        /// @param path of the agency's page
        static native TemplateInstance absences(AbsencesView view, String path, Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}/absences")
    @Requires(Operation.READ_AGENCIES)
    public TemplateInstance absences(UUID id) {
        return page(id, forms.show(Form.empty()));
    }

    private TemplateInstance page(UUID id, Form form) {
        return Templates.absences(service.view(id, current.get()), "/agencies/" + id, form);
    }

    @POST
    @Path("{id}/absences")
    @Requires(Operation.RECORD_ABSENCE)
    public Response record(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var from = sent.date("fromOn");
                    if (from == null && sent.problem("fromOn") == null) {
                        sent.reject("fromOn", "agency.problem.absence-from");
                    }
                    var to = sent.date("toOn");
                    sent.check();
                    service.record(id, from, to == null ? from : to, current.get());
                    return "/agencies/%s/absences?alert=agency.alert.absence-recorded"
                            .formatted(id);
                },
                form -> page(id, form));
    }

    @POST
    @Path("{id}/absences/{absence}/end")
    @Requires(Operation.RECORD_ABSENCE)
    public Response end(UUID id, UUID absence) {
        return forms.submit(
                () -> {
                    service.end(id, absence, current.get());
                    return "/agencies/%s/absences?alert=agency.alert.absence-ended".formatted(id);
                },
                form -> page(id, form));
    }
}
