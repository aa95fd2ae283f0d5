package mappa.qualityaudit;

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
import mappa.web.Badge;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// Audits and what they found, by sample numbers alone (S-89).
@Path("/audits")
@Produces(MediaType.TEXT_HTML)
class QualityAuditPages {

    private final QualityAuditService service;
    private final CurrentActor current;
    private final Forms forms;

    QualityAuditPages(QualityAuditService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    record Row(String path, String title, String about, Badge state, String average) {}

    record ListPage(List<Row> audits, boolean sets) {}

    /// One line of a table of scores.
    record FigureRow(String words, String average, String excluded, String exact, String near) {}

    record PartShown(
            String title, List<FigureRow> items, FigureRow total, List<RemarkShown> comments) {}

    record RemarkShown(String who, String text) {}

    record ResultsShown(
            FigureRow total,
            @Nullable String asFinished,
            @Nullable String change,
            boolean paired,
            boolean neighbours,
            List<PartShown> parts,
            List<RemarkShown> themes,
            List<RemarkShown> ownThemes,
            List<RemarkShown> corrections) {}

    record ActionShown(AuditView.Action of, String path) {}

    record AuditPage(
            AuditView audit,
            String about,
            Badge state,
            @Nullable ResultsShown results,
            List<ActionShown> actions,
            boolean sets,
            boolean agrees,
            List<DrawPages.Option> owners) {
        public String path() {
            return "/audits/" + audit.id();
        }

        public String finishPath() {
            return path() + "/finish";
        }

        public String actionsPath() {
            return path() + "/actions";
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance audits(ListPage page);

        static native TemplateInstance audit(AuditPage page, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.LIST_QUALITY_AUDITS)
    public TemplateInstance audits() {
        return Templates.audits(
                new ListPage(
                        service.list(current.get()).stream().map(QualityAuditPages::row).toList(),
                        may(Operation.SET_UP_QUALITY_AUDIT)));
    }

    private boolean may(Operation operation) {
        var role = current.get().role();
        return role != null && operation.allows(role);
    }

    private static Row row(AuditSummary of) {
        return new Row(
                "/audits/" + of.id(),
                of.title(),
                about(of),
                state(of),
                of.average() == null ? Said.of("qualityaudit.not-finished") : figure(of.average()));
    }

    static String about(AuditSummary of) {
        var level =
                of.level() == null
                        ? Said.of("qualityaudit.all-levels")
                        : Said.of("qualityaudit.level", of.level());
        return Said.of(
                "qualityaudit.about",
                Said.code("qualityaudit.kind", of.kind()),
                level,
                Said.day(of.from()),
                Said.day(of.to()));
    }

    private static Badge state(AuditSummary of) {
        if (of.finished()) {
            return new Badge(Said.of("qualityaudit.state.finished"), "green");
        }
        var text =
                of.secondScored() == null
                        ? Said.of("qualityaudit.state.scored", of.firstScored(), of.size())
                        : Said.of(
                                "qualityaudit.state.scored-twice",
                                of.firstScored(),
                                of.secondScored(),
                                of.size());
        return new Badge(text, "blue");
    }

    /// The value with what it is made of; without anything scored there is none (R-KPI-06).
    private static String figure(Average of) {
        return of.value() == null
                ? Said.of("qualityaudit.nothing-scored")
                : Said.of("qualityaudit.figure", of.value().toPlainString(), of.sum(), of.items());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_QUALITY_AUDIT)
    public TemplateInstance audit(UUID id) {
        return audit(id, forms.show(Form.empty()));
    }

    private TemplateInstance audit(UUID id, Form form) {
        var actor = current.get();
        var audit = service.audit(id, actor);
        return Templates.audit(
                new AuditPage(
                        audit,
                        about(audit.summary()),
                        state(audit.summary()),
                        audit.results() == null ? null : shown(audit, audit.results()),
                        audit.actions().stream()
                                .map(
                                        one ->
                                                new ActionShown(
                                                        one,
                                                        "/audits/%s/actions/%s/outcome"
                                                                .formatted(id, one.id())))
                                .toList(),
                        may(Operation.SET_UP_QUALITY_AUDIT),
                        may(Operation.AGREE_QUALITY_ACTION) && audit.results() != null,
                        service.owners(actor).stream()
                                .map(one -> new DrawPages.Option(one.id().toString(), one.name()))
                                .toList()),
                form);
    }

    private static ResultsShown shown(AuditView audit, AuditResults of) {
        var finished = audit.summary().average();
        var earlier = audit.earlier();
        return new ResultsShown(
                row(Said.of("qualityaudit.total"), of.average(), of.agreement()),
                finished == null || of.corrections().isEmpty() ? null : figure(finished),
                earlier == null || earlier.average() == null
                        ? null
                        : change(earlier.average(), of.average()),
                of.agreement() != null,
                audit.form().scale().hasNeighbours(),
                of.parts().stream().map(QualityAuditPages::part).toList(),
                of.themes().stream()
                        .map(
                                one ->
                                        new RemarkShown(
                                                Said.code("qualityaudit.theme", one.theme()),
                                                Said.of("qualityaudit.samples", one.samples())))
                        .toList(),
                of.ownThemes().stream().map(QualityAuditPages::remark).toList(),
                of.corrections().stream()
                        .map(
                                one ->
                                        new RemarkShown(
                                                who(one.sample(), one.second()),
                                                Said.of(
                                                        "qualityaudit.corrected",
                                                        Said.moment(one.at()),
                                                        one.reason())))
                        .toList());
    }

    private static String change(Average earlier, Average now) {
        var change = AuditResults.change(earlier, now);
        return change == null
                ? Said.of("qualityaudit.nothing-scored")
                : Said.of(
                        "qualityaudit.change",
                        (change.signum() > 0 ? "+" : "") + change.toPlainString(),
                        figure(earlier));
    }

    private static PartShown part(AuditResults.PartResult of) {
        return new PartShown(
                of.title(),
                of.items().stream()
                        .map(one -> row(one.words(), one.average(), one.agreement()))
                        .toList(),
                row(Said.of("qualityaudit.part-total"), of.average(), null),
                of.comments().stream().map(QualityAuditPages::remark).toList());
    }

    private static FigureRow row(String words, Average average, @Nullable Agreement agreement) {
        return new FigureRow(
                words,
                figure(average),
                Integer.toString(average.excluded()),
                agreement == null ? "" : share(agreement.exact(), agreement),
                agreement == null ? "" : share(agreement.withinOne(), agreement));
    }

    private static String share(int agreed, Agreement of) {
        return of.pairs() == 0
                ? Said.of("qualityaudit.no-pairs")
                : Said.of("qualityaudit.share", agreed, of.pairs(), (float) agreed / of.pairs());
    }

    private static RemarkShown remark(AuditResults.Remark of) {
        return new RemarkShown(who(of.sample(), of.second()), of.text());
    }

    private static String who(int sample, boolean second) {
        return second
                ? Said.of("qualityaudit.by-second", sample)
                : Said.of("qualityaudit.by-first", sample);
    }

    @POST
    @Path("{id}/finish")
    @Requires(Operation.SET_UP_QUALITY_AUDIT)
    public Response finish(UUID id) {
        return forms.submit(
                () -> {
                    service.finish(id, current.get());
                    return "/audits/%s?alert=qualityaudit.alert.finished".formatted(id);
                },
                form -> audit(id, form));
    }

    @POST
    @Path("{id}/actions")
    @Requires(Operation.AGREE_QUALITY_ACTION)
    public Response agree(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var what = sent.value("what");
                    var owner = sent.id("owner");
                    if (owner == null) {
                        sent.reject("owner", "qualityaudit.problem.owner");
                    }
                    var dueOn = sent.date("dueOn");
                    if (dueOn == null && sent.problem("dueOn") == null) {
                        sent.reject("dueOn", "qualityaudit.problem.due-on");
                    }
                    sent.check();
                    service.agree(id, new AgreeQualityAction(what, owner, dueOn), current.get());
                    return "/audits/%s?alert=qualityaudit.alert.agreed".formatted(id);
                },
                form -> audit(id, form));
    }

    @POST
    @Path("{id}/actions/{action}/outcome")
    @Requires(Operation.AGREE_QUALITY_ACTION)
    public Response done(UUID id, UUID action) {
        return forms.submit(
                () -> {
                    var outcome = forms.sent().value(AuditView.outcomeField(action));
                    service.done(id, action, outcome, current.get());
                    return "/audits/%s?alert=qualityaudit.alert.done".formatted(id);
                },
                form -> audit(id, form));
    }
}
