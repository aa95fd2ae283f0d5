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
import java.util.EnumSet;
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

/// A scorer reads a sample and scores it, without the other scorer (S-89).
@Path("/audits")
@Produces(MediaType.TEXT_HTML)
class ScoringPages {

    private static final String NOT_APPLICABLE = "NA";

    private final ScoringService service;
    private final CurrentActor current;
    private final Forms forms;

    ScoringPages(ScoringService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    /// @param other what the other scorer gave; null as long as it is not shown
    record ItemAsked(String field, String words, @Nullable String other) {}

    record PartAsked(
            String title, String comment, List<ItemAsked> items, @Nullable String otherComment) {}

    record SamplePage(
            SampleToScore sample,
            String about,
            List<PartAsked> parts,
            List<Choice> scores,
            List<Choice> themes,
            boolean correction,
            boolean otherShown) {
        public String path() {
            return "/audits/%s/samples/%d".formatted(sample.audit().id(), sample.number());
        }

        public int read() {
            return sample.own() == null ? 0 : sample.own().number();
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sample(SamplePage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}/samples/{n}")
    @Requires(Operation.SCORE_SAMPLE)
    public TemplateInstance sample(UUID id, int n) {
        var sample = service.sample(id, n, current.get());
        return sample(sample, forms.show(given(sample)));
    }

    private static Form given(SampleToScore sample) {
        var form = Form.empty();
        var own = sample.own();
        if (own != null) {
            own.items()
                    .forEach(
                            one ->
                                    form.with(
                                            ScoringService.field(one.part(), one.item()),
                                            value(one)));
            for (var part = 0; part < own.comments().size(); part++) {
                form.with("comment-" + part, own.comments().get(part));
            }
            form.with("themes", own.themes()).with("ownTheme", own.ownTheme());
        }
        return form;
    }

    private static String value(ItemScore of) {
        return of.score() == null ? NOT_APPLICABLE : of.score().toString();
    }

    private static TemplateInstance sample(SampleToScore of, Form form) {
        return Templates.sample(
                new SamplePage(
                        of,
                        QualityAuditPages.about(of.audit()),
                        parts(of),
                        scores(of.form().scale()),
                        Choice.of("qualityaudit.theme", AuditTheme.values()),
                        of.own() != null,
                        of.other() != null),
                form);
    }

    private static List<Choice> scores(ScoreScale scale) {
        return Stream.concat(
                        scale.scores().stream()
                                .map(one -> Choice.of(one.toString(), "qualityaudit.score." + one)),
                        Stream.of(Choice.of(NOT_APPLICABLE, "qualityaudit.not-applicable")))
                .toList();
    }

    private static List<PartAsked> parts(SampleToScore of) {
        var parts = new ArrayList<PartAsked>();
        var asked = of.form().parts();
        for (var part = 0; part < asked.size(); part++) {
            var items = new ArrayList<ItemAsked>();
            for (var item = 0; item < asked.get(part).items().size(); item++) {
                items.add(
                        new ItemAsked(
                                ScoringService.field(part, item),
                                asked.get(part).items().get(item),
                                other(of, part, item)));
            }
            parts.add(
                    new PartAsked(
                            asked.get(part).title(),
                            "comment-" + part,
                            items,
                            of.other() == null ? null : of.other().comments().get(part)));
        }
        return parts;
    }

    private static @Nullable String other(SampleToScore of, int part, int item) {
        return of.other() == null
                ? null
                : of.other().items().stream()
                        .filter(one -> one.isOf(part, item))
                        .findFirst()
                        .map(
                                one ->
                                        one.score() == null
                                                ? Said.of("qualityaudit.not-applicable")
                                                : Said.of("qualityaudit.score." + one.score()))
                        .orElse(null);
    }

    @POST
    @Path("{id}/samples/{n}")
    @Requires(Operation.SCORE_SAMPLE)
    public Response score(UUID id, int n) {
        return forms.submit(
                () -> {
                    var sample = service.sample(id, n, current.get());
                    service.score(id, n, command(sample, forms.sent()), current.get());
                    return "/audits/%s/samples/%d?alert=qualityaudit.alert.scored".formatted(id, n);
                },
                form -> sample(service.sample(id, n, current.get()), form));
    }

    private static ScoreSample command(SampleToScore sample, Form sent) {
        var scores = new ArrayList<ItemScore>();
        var comments = new ArrayList<String>();
        var parts = sample.form().parts();
        for (var part = 0; part < parts.size(); part++) {
            for (var item = 0; item < parts.get(part).items().size(); item++) {
                var given = sent.value(ScoringService.field(part, item));
                if (given.equals(NOT_APPLICABLE)) {
                    scores.add(new ItemScore(part, item, null));
                } else if (given.matches("[1-4]")) {
                    scores.add(new ItemScore(part, item, Integer.valueOf(given)));
                }
            }
            var comment = sent.text("comment-" + part);
            comments.add(comment == null ? "" : comment);
        }
        var themes = EnumSet.noneOf(AuditTheme.class);
        for (var theme : AuditTheme.values()) {
            if (sent.all("themes").contains(theme.name())) {
                themes.add(theme);
            }
        }
        return new ScoreSample(
                scores,
                comments,
                themes,
                sent.text("ownTheme"),
                sent.chosen("deidentified", "YES"),
                sent.text("reason"),
                Math.max(0, sent.version()));
    }
}
