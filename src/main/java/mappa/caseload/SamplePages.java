package mappa.caseload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Form;
import mappa.web.Forms;

/// A case is put into an auditor's sample (S-89, as far as one case goes).
@Path("/cases/{id}/samples")
@Produces(MediaType.TEXT_HTML)
class SamplePages {

    private final CaseReadingService reading;
    private final SampleService service;
    private final CurrentActor current;
    private final Forms forms;

    SamplePages(
            CaseReadingService reading, SampleService service, CurrentActor current, Forms forms) {
        this.reading = reading;
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance samples(
                CaseView view, List<CaseTab> tabs, SampleView samples, String path, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.GIVE_SAMPLE)
    public TemplateInstance samples(UUID id) {
        var samples = service.samples(id, current.get());
        return samples(id, forms.show(Form.empty().with("until", samples.latest())));
    }

    private TemplateInstance samples(UUID id, Form form) {
        var actor = current.get();
        return Templates.samples(
                reading.view(id, null, actor),
                CaseTab.of(id, "/accesses", actor),
                service.samples(id, actor),
                "/cases/" + id + "/samples",
                form);
    }

    @POST
    @Requires(Operation.GIVE_SAMPLE)
    public Response give(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var auditor = sent.id("auditor");
                    if (auditor == null) {
                        sent.reject("auditor", "caseload.sample.problem.auditor");
                    }
                    var until = sent.date("until");
                    if (until == null && sent.problem("until") == null) {
                        sent.reject("until", "caseload.sample.problem.no-day");
                    }
                    sent.check();
                    service.give(id, new GiveSample(auditor, until), current.get());
                    return "/cases/" + id + "/samples?alert=caseload.alert.sample";
                },
                form -> samples(id, form));
    }
}
