package mappa.departure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.time.London;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// Departures from guidance (S-79): the unit and chairs record them, the board reads them. A
/// refused step links to the form with its rule and thing.
@Path("/departures")
@Produces(MediaType.TEXT_HTML)
class DeparturePages {

    private final DepartureService service;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    DeparturePages(DepartureService service, CurrentActor current, Forms forms, Clock clock) {
        this.service = service;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance departures(
                DepartureList list, boolean mayRecord, boolean first, Form form);

        static native TemplateInstance record(
                List<Departable> rules, Map<UUID, String> approvers, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.READ_DEPARTURES)
    public TemplateInstance departures(@QueryParam("after") @Nullable UUID after) {
        return departures(after, Form.empty());
    }

    private TemplateInstance departures(@Nullable UUID after, Form form) {
        var role = current.get().role();
        return Templates.departures(
                service.list(after, current.get()),
                role != null && Operation.RECORD_DEPARTURE.allows(role),
                after == null,
                form);
    }

    /// @param rule and `thing`, `reference`, `to`: from the step that was refused
    @GET
    @Path("new")
    @Requires(Operation.RECORD_DEPARTURE)
    public TemplateInstance recording(
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("thing") @Nullable UUID thing,
            @QueryParam("reference") @Nullable String reference,
            @QueryParam("to") @Nullable LocalDate to) {
        return record(
                forms.show(
                        Form.empty()
                                .with("rule", rule)
                                .with("thing", thing)
                                .with("reference", reference)
                                .with("from", London.today(clock))
                                .with("to", to)));
    }

    private TemplateInstance record(Form form) {
        return Templates.record(
                service.rules(current.get()), service.approvers(current.get()), form);
    }

    @POST
    @Path("new")
    @Requires(Operation.RECORD_DEPARTURE)
    public Response record() {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var from = sent.date("from");
                    var to = sent.date("to");
                    sent.check();
                    service.record(
                            new RecordDeparture(
                                    sent.value("rule"),
                                    sent.id("thing"),
                                    sent.text("reference"),
                                    sent.value("what"),
                                    sent.value("reason"),
                                    sent.id("approvedBy"),
                                    from,
                                    to),
                            current.get());
                    return "/departures?alert=departure.alert.recorded";
                },
                this::record);
    }

    @POST
    @Path("{id}/end")
    @Requires(Operation.RECORD_DEPARTURE)
    public Response end(UUID id) {
        return forms.submit(
                () -> {
                    service.end(id, current.get());
                    return "/departures?alert=departure.alert.ended";
                },
                form -> departures(null, form));
    }
}
