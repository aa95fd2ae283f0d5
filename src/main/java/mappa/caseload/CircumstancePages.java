package mappa.caseload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.rule.Invalid;
import mappa.time.London;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;

/// What about a case asks for agencies at its meetings: part of the case's own pages (S-21).
@Path("/cases")
@Produces(MediaType.TEXT_HTML)
class CircumstancePages {

    private final CircumstanceService service;
    private final CaseReadingService reading;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    CircumstancePages(
            CircumstanceService service,
            CaseReadingService reading,
            CurrentActor current,
            Forms forms,
            Clock clock) {
        this.service = service;
        this.reading = reading;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance circumstances(
                CasePages.Page page,
                List<CircumstanceView> circumstances,
                List<Choice> kinds,
                Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}/circumstances")
    @Requires(Operation.READ_CASE)
    public TemplateInstance circumstances(UUID id) {
        return circumstances(id, forms.show(Form.empty().with("from", London.today(clock))));
    }

    private TemplateInstance circumstances(UUID id, Form form) {
        var actor = current.get();
        var view = reading.view(id, null, actor);
        var all = service.all(id, actor);
        var lasting =
                all.stream().filter(one -> one.to() == null).map(CircumstanceView::kind).toList();
        return Templates.circumstances(
                new CasePages.Page(
                        view,
                        CaseTab.of(id, "/circumstances", actor),
                        service.mayChange(id, actor)),
                all,
                Choice.of(
                        "caseload.circumstance",
                        Stream.of(CircumstanceKind.values())
                                .filter(kind -> !lasting.contains(kind))
                                .toArray(CircumstanceKind[]::new)),
                form);
    }

    @POST
    @Path("{id}/circumstances")
    @Requires(Operation.CHANGE_CIRCUMSTANCES)
    public Response set(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var kind =
                            sent.choice(
                                    "kind",
                                    CircumstanceKind.class,
                                    "caseload.circumstance.problem.kind");
                    var from = sent.date("from");
                    if (from == null && sent.problem("from") == null) {
                        sent.reject("from", "caseload.circumstance.problem.from");
                    }
                    var reason = sent.required("reason", "caseload.circumstance.problem.reason");
                    sent.check();
                    service.set(id, new SetCircumstance(kind, from, reason), current.get());
                    return "/cases/%s/circumstances?alert=caseload.alert.circumstance"
                            .formatted(id);
                },
                form -> circumstances(id, form));
    }

    @POST
    @Path("{id}/circumstances/{circumstance}/end")
    @Requires(Operation.CHANGE_CIRCUMSTANCES)
    public Response end(UUID id, UUID circumstance) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var onField = "on-" + circumstance;
                    var reasonField = "reason-" + circumstance;
                    var on = sent.date(onField);
                    if (on == null && sent.problem(onField) == null) {
                        sent.reject(onField, "caseload.circumstance.problem.on");
                    }
                    var reason =
                            sent.required(reasonField, "caseload.circumstance.problem.end-reason");
                    sent.check();
                    try {
                        service.end(id, circumstance, on, reason, current.get());
                    } catch (Invalid invalid) { // each row of the page has fields of its own
                        invalid.problems()
                                .forEach(
                                        one ->
                                                sent.reject(
                                                        one.field() + "-" + circumstance,
                                                        one.message(),
                                                        one.arguments().toArray()));
                        sent.check();
                    }
                    return "/cases/%s/circumstances?alert=caseload.alert.circumstance-ended"
                            .formatted(id);
                },
                form -> circumstances(id, form));
    }
}
