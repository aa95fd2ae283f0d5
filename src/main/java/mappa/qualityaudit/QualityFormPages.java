package mappa.qualityaudit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;

/// The forms of an area: built on a page, published, kept (S-89).
@Path("/audits")
@Produces(MediaType.TEXT_HTML)
class QualityFormPages {

    private static final String EMPTY = "EMPTY_";

    private final QualityFormService service;
    private final CurrentActor current;
    private final Forms forms;

    QualityFormPages(QualityFormService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    record FormsPage(List<QualityFormView> forms, boolean writes, List<Choice> starts) {}

    /// @param number of the part as shown, from 1
    record PartField(int number, String heading, String items) {}

    record FormPage(
            QualityFormView form,
            boolean writes,
            boolean next,
            List<PartField> parts,
            List<Choice> scales) {
        public String path() {
            return "/audits/forms/" + form.id();
        }

        public String publishPath() {
            return path() + "/publication";
        }

        public String nextPath() {
            return path() + "/next";
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance forms(FormsPage page, Form form);

        static native TemplateInstance form(FormPage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("forms")
    @Requires(Operation.LIST_QUALITY_AUDITS)
    public TemplateInstance forms() {
        return forms(forms.show(Form.empty()));
    }

    private TemplateInstance forms(Form form) {
        return Templates.forms(
                new FormsPage(service.forms(current.get()), writes(), starts()), form);
    }

    private boolean writes() {
        var role = current.get().role();
        return role != null && Operation.WRITE_QUALITY_FORM.allows(role);
    }

    private static List<Choice> starts() {
        return Stream.concat(
                        Choice.of("qualityaudit.ready", ReadyMadeForm.values()).stream(),
                        Stream.of(AuditKind.values())
                                .map(
                                        kind ->
                                                Choice.of(
                                                        EMPTY + kind,
                                                        "qualityaudit.form.empty." + kind)))
                .toList();
    }

    @POST
    @Path("forms")
    @Requires(Operation.WRITE_QUALITY_FORM)
    public Response start() {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var chosen = sent.value("start");
                    if (starts().stream().noneMatch(one -> one.value().equals(chosen))) {
                        sent.reject("start", "qualityaudit.problem.start");
                    }
                    sent.check();
                    var command =
                            chosen.startsWith(EMPTY)
                                    ? StartForm.empty(
                                            AuditKind.valueOf(chosen.substring(EMPTY.length())))
                                    : StartForm.of(ReadyMadeForm.valueOf(chosen));
                    return "/audits/forms/" + service.start(command, current.get());
                },
                this::forms);
    }

    @GET
    @Path("forms/{id}")
    @Requires(Operation.LIST_QUALITY_AUDITS)
    public TemplateInstance form(UUID id) {
        return form(id, forms.show(kept(id, Form.empty())));
    }

    private TemplateInstance form(UUID id, Form fields) {
        var form = service.form(id, current.get());
        // an empty part stands at the end, so that another can be added without script
        var shown =
                IntStream.rangeClosed(0, Math.max(form.parts().size(), sent(fields)))
                        .mapToObj(part -> new PartField(part + 1, "part-" + part, "items-" + part))
                        .toList();
        return Templates.form(
                new FormPage(
                        form,
                        writes() && !form.published(),
                        writes() && form.published(),
                        shown,
                        Choice.of("qualityaudit.scale", ScoreScale.values())),
                fields);
    }

    private static int sent(Form fields) {
        var parts = 0;
        while (fields.has("part-" + parts)) {
            parts++;
        }
        return parts;
    }

    @POST
    @Path("forms/{id}")
    @Requires(Operation.WRITE_QUALITY_FORM)
    public Response write(UUID id) {
        return forms.submit(
                () -> {
                    service.write(id, command(forms.sent()), current.get());
                    return "/audits/forms/%s?alert=qualityaudit.alert.written".formatted(id);
                },
                form -> form(id, form));
    }

    private static WriteForm command(Form sent) {
        var title = sent.text("title");
        var scale = sent.choice("scale", ScoreScale.class, "qualityaudit.problem.scale");
        sent.check();
        var parts = new ArrayList<FormPart>();
        for (var part = 0; part < sent(sent); part++) {
            var heading = sent.text("part-" + part);
            var items = sent.value("items-" + part).lines().map(String::strip);
            var asked = items.filter(item -> !item.isEmpty()).toList();
            if (heading != null || !asked.isEmpty()) {
                parts.add(new FormPart(heading == null ? "" : heading, asked));
            }
        }
        return new WriteForm(title == null ? "" : title, scale, parts, sent.version());
    }

    @POST
    @Path("forms/{id}/publication")
    @Requires(Operation.WRITE_QUALITY_FORM)
    public Response publish(UUID id) {
        return forms.submit(
                () -> {
                    service.publish(id, current.get());
                    return "/audits/forms/%s?alert=qualityaudit.alert.published".formatted(id);
                },
                form -> form(id, kept(id, form)));
    }

    /// The fields as they are kept, where none were sent.
    private Form kept(UUID id, Form fields) {
        var form = service.form(id, current.get());
        fields.with("title", form.title())
                .with("scale", form.scale())
                .with(Form.VERSION, form.version());
        for (var part = 0; part < form.parts().size(); part++) {
            fields.with("part-" + part, form.parts().get(part).title())
                    .with("items-" + part, String.join("\n", form.parts().get(part).items()));
        }
        return fields;
    }

    @POST
    @Path("forms/{id}/next")
    @Requires(Operation.WRITE_QUALITY_FORM)
    public Response next(UUID id) {
        return forms.submit(
                () -> "/audits/forms/" + service.start(StartForm.next(id), current.get()),
                form -> form(id, kept(id, form)));
    }
}
