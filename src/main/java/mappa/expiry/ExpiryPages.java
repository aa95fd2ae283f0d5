package mappa.expiry;

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
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;

/// The board of categories that end, and the decision on one (S-76).
@Path("/category-expiries")
@Produces(MediaType.TEXT_HTML)
class ExpiryPages {

    private final ExpiryService service;
    private final CurrentActor current;
    private final Forms forms;

    ExpiryPages(ExpiryService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance board(List<ExpiryView> expiries, int days);

        static native TemplateInstance expiry(
                ExpiryView expiry, List<Choice> confirmations, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.LIST_EXPIRIES)
    public TemplateInstance board() {
        var actor = current.get();
        return Templates.board(service.board(actor), service.alertDays(actor));
    }

    @GET
    @Path("{id}")
    @Requires(Operation.DECIDE_EXPIRY)
    public TemplateInstance expiry(UUID id) {
        return expiry(id, forms.show(Form.empty()));
    }

    private TemplateInstance expiry(UUID id, Form form) {
        return Templates.expiry(
                service.expiry(id, current.get()),
                List.of(Choice.of("YES", "expiry.in-no-other.yes")),
                form);
    }

    @POST
    @Path("{id}/move")
    @Requires(Operation.DECIDE_EXPIRY)
    public Response move(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    service.move(
                            id,
                            new MoveToCategory3(
                                    sent.value("harm"),
                                    sent.value("conviction"),
                                    sent.chosen("inNoOther", "YES"),
                                    sent.value("reasons")),
                            current.get());
                    return "/category-expiries?alert=expiry.alert.decided";
                },
                form -> expiry(id, form));
    }

    @POST
    @Path("{id}/exit")
    @Requires(Operation.DECIDE_EXPIRY)
    public Response exit(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    service.exit(
                            id,
                            new LeaveAtExpiry(sent.value("exitReasons"), sent.value("handedOver")),
                            current.get());
                    return "/category-expiries?alert=expiry.alert.decided";
                },
                form -> expiry(id, form));
    }
}
