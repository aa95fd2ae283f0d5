package mappa.agency;

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
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// Which agencies are asked on which occasion (S-80).
@Path("/agencies")
@Produces(MediaType.TEXT_HTML)
class OccasionPages {

    private final OccasionService service;
    private final Areas areas;
    private final CurrentActor current;
    private final Forms forms;

    OccasionPages(OccasionService service, Areas areas, CurrentActor current, Forms forms) {
        this.service = service;
        this.areas = areas;
        this.current = current;
        this.forms = forms;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance occasions(ShownArea shown, List<OccasionView> occasions);

        static native TemplateInstance occasion(
                ShownArea shown,
                OccasionView occasion,
                List<AgencyView> choices,
                String action,
                Form form);

        private Templates() {}
    }

    @GET
    @Path("occasions")
    @Requires(Operation.READ_AGENCIES)
    public TemplateInstance occasions(@QueryParam("area") @Nullable String area) {
        var shown = shown(area);
        return Templates.occasions(shown, service.all(shown.area(), current.get()));
    }

    @GET
    @Path("occasions/{occasion}")
    @Requires(Operation.CHANGE_AGENCIES)
    public TemplateInstance occasion(String occasion) {
        var view = view(occasion);
        return occasion(
                view,
                forms.show(
                        Form.empty()
                                .with("agencies", view.ids())
                                .with(Form.VERSION, view.version())));
    }

    private TemplateInstance occasion(OccasionView view, Form form) {
        var shown = shown(null);
        return Templates.occasion(
                shown,
                view,
                service.choices(shown.area(), current.get()),
                "/agencies/occasions/" + view.occasion().path(),
                form);
    }

    @POST
    @Path("occasions/{occasion}")
    @Requires(Operation.CHANGE_AGENCIES)
    public Response set(String occasion) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    service.set(
                            new SetOccasion(view(occasion).occasion(), ids(sent), sent.version()),
                            current.get());
                    return "/agencies/occasions?alert=agency.alert.occasion-set";
                },
                form -> occasion(view(occasion), form));
    }

    private static List<UUID> ids(Form sent) {
        try {
            return sent.all("agencies").stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException notAnAgency) {
            throw new Invalid("agencies", "agency.problem.not-of-area");
        }
    }

    private OccasionView view(String path) {
        var occasion = Occasion.ofPath(path).orElseThrow(() -> new NotFound(Occasion.class));
        return service.all(shown(null).area(), current.get()).get(occasion.ordinal());
    }

    private ShownArea shown(@Nullable String asked) {
        return ShownArea.find(asked, areas, Operation.CHANGE_AGENCIES, current.get())
                .orElseThrow(() -> new NotFound(Areas.class));
    }
}
