package mappa.qualityaudit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The unit sets an audit up, and anybody of it checks the draw (S-89).
@Path("/audits")
@Produces(MediaType.TEXT_HTML)
class DrawPages {

    private final DrawService service;
    private final CurrentActor current;
    private final Forms forms;

    DrawPages(DrawService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    /// An option that is shown as it is.
    record Option(String value, String text) {}

    record NewPage(
            List<Option> forms, List<Option> auditors, List<Option> earlier, List<Choice> levels) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance draw(NewPage page, Form form);

        static native TemplateInstance again(DrawView draw, String about);

        private Templates() {}
    }

    @GET
    @Path("new")
    @Requires(Operation.SET_UP_QUALITY_AUDIT)
    public TemplateInstance drawing() {
        var until = service.options(current.get()).lastDay();
        return draw(forms.show(Form.empty().with("readsUntil", until).with("level", "any")));
    }

    private TemplateInstance draw(Form form) {
        var options = service.options(current.get());
        return Templates.draw(
                new NewPage(
                        options.forms().stream()
                                .map(one -> new Option(one.id().toString(), name(one)))
                                .toList(),
                        options.auditors().stream()
                                .map(one -> new Option(one.id().toString(), one.name()))
                                .toList(),
                        options.earlier().stream()
                                .map(one -> new Option(one.id().toString(), one.title()))
                                .toList(),
                        Stream.of("any", "1", "2", "3")
                                .map(one -> Choice.of(one, "qualityaudit.draw.level." + one))
                                .toList()),
                form);
    }

    private static String name(QualityFormView of) {
        return Said.of(
                "qualityaudit.form.named", of.title(), Said.code("qualityaudit.kind", of.kind()));
    }

    @POST
    @Path("new")
    @Requires(Operation.SET_UP_QUALITY_AUDIT)
    public Response draw() {
        return forms.submit(
                () -> {
                    var id = service.draw(command(forms.sent()), current.get());
                    return "/audits/%s?alert=qualityaudit.alert.drawn".formatted(id);
                },
                this::draw);
    }

    private static DrawAudit command(Form sent) {
        var title = sent.required("title", "qualityaudit.problem.title");
        var form = chosen(sent, "form", "qualityaudit.problem.form");
        var from = day(sent, "from");
        var to = day(sent, "to");
        var size = sent.number("size");
        if (size == null && sent.problem("size") == null) {
            sent.reject("size", "qualityaudit.problem.no-size");
        }
        var first = chosen(sent, "firstScorer", "qualityaudit.problem.scorer");
        var until = day(sent, "readsUntil");
        sent.check();
        return new DrawAudit(
                form,
                title,
                from,
                to,
                level(sent),
                size,
                first,
                sent.id("secondScorer"),
                until,
                sent.id("earlier"));
    }

    private static @Nullable UUID chosen(Form sent, String name, String message) {
        var id = sent.id(name);
        if (id == null) {
            sent.reject(name, message);
        }
        return id;
    }

    private static @Nullable LocalDate day(Form sent, String name) {
        var day = sent.date(name);
        if (day == null && sent.problem(name) == null) {
            sent.reject(name, "qualityaudit.problem.day");
        }
        return day;
    }

    private static @Nullable Integer level(Form sent) {
        return switch (sent.value("level")) {
            case "1" -> 1;
            case "2" -> 2;
            case "3" -> 3;
            default -> null;
        };
    }

    @GET
    @Path("{id}/draw")
    @Requires(Operation.SET_UP_QUALITY_AUDIT)
    public TemplateInstance again(UUID id) {
        var draw = service.again(id, current.get());
        return Templates.again(draw, QualityAuditPages.about(draw.audit()));
    }
}
