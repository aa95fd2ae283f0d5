package mappa.levelone;

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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mappa.agency.AgencyView;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.rule.Invalid;
import mappa.time.London;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// Reviews at Level 1: the list, one case, a review, and what prompts to refer up (S-73).
@Path("/level-1-reviews")
@Produces(MediaType.TEXT_HTML)
class LevelOnePages {

    private final LevelOneService service;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    LevelOnePages(LevelOneService service, CurrentActor current, Forms forms, Clock clock) {
        this.service = service;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    /// What a review is chosen from.
    record Choices(List<Choice> modes, List<Choice> outcomes, List<AgencyView> agencies) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                List<LevelOneView> stays, boolean first, @Nullable UUID next);

        static native TemplateInstance stay(LevelOneView stay, Form form);

        static native TemplateInstance review(LevelOneView stay, Choices choices, Form form);

        static native TemplateInstance report(LevelOneView stay, List<Choice> kinds, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.LIST_LEVEL_1)
    public TemplateInstance list(@QueryParam("after") @Nullable UUID after) {
        var page = service.list(after, current.get());
        return Templates.list(page.stays(), after == null, page.next());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.REVIEW_LEVEL_1)
    public TemplateInstance stay(UUID id) {
        return stay(id, forms.show(Form.empty()));
    }

    private TemplateInstance stay(UUID id, Form form) {
        return Templates.stay(service.stay(id, current.get()), form);
    }

    @GET
    @Path("{id}/review")
    @Requires(Operation.REVIEW_LEVEL_1)
    public TemplateInstance reviewing(UUID id) {
        return review(id, forms.show(Form.empty().with("heldOn", London.today(clock))));
    }

    private TemplateInstance review(UUID id, Form form) {
        return Templates.review(
                service.stay(id, current.get()),
                new Choices(
                        Choice.of("levelone.mode", ReviewMode.values()),
                        Choice.of("levelone.outcome", ReviewOutcome.values()),
                        service.agencies(id, current.get())),
                form);
    }

    @POST
    @Path("{id}/review")
    @Requires(Operation.REVIEW_LEVEL_1)
    public Response review(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var heldOn = sent.date("heldOn");
                    var sharedOn = sent.date("sharedOn");
                    sent.check();
                    var outcome = code(ReviewOutcome.values(), sent.value("outcome"));
                    var caseId =
                            service.review(
                                    id,
                                    new RecordReview(
                                            code(ReviewMode.values(), sent.value("mode")),
                                            heldOn,
                                            sent.value("tookPart"),
                                            sent.value("evidence"),
                                            ids(sent, "sharedWith"),
                                            sharedOn,
                                            outcome,
                                            sent.value("reasons")),
                                    current.get());
                    return outcome == ReviewOutcome.REFER_UP
                            ? refer(caseId)
                            : "/level-1-reviews/%s?alert=levelone.alert.reviewed".formatted(id);
                },
                form -> review(id, form));
    }

    private static String refer(UUID caseId) {
        return "/referrals/new?case=" + caseId;
    }

    private static List<UUID> ids(Form sent, String field) {
        return sent.all(field).stream()
                .map(
                        one -> {
                            try {
                                return UUID.fromString(one);
                            } catch (IllegalArgumentException notAnId) {
                                return new UUID(0, 0); // no agency of the area
                            }
                        })
                .toList();
    }

    private static <E extends Enum<E>> @Nullable E code(E[] constants, String name) {
        for (var one : constants) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return null;
    }

    @GET
    @Path("{id}/prompts/new")
    @Requires(Operation.REVIEW_LEVEL_1)
    public TemplateInstance reporting(UUID id) {
        return report(id, forms.show(Form.empty().with("since", London.today(clock))));
    }

    private TemplateInstance report(UUID id, Form form) {
        return Templates.report(
                service.stay(id, current.get()),
                Choice.of("levelone.prompt", PromptKind.reported()),
                form);
    }

    @POST
    @Path("{id}/prompts")
    @Requires(Operation.REVIEW_LEVEL_1)
    public Response report(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var since = sent.date("since");
                    sent.check();
                    service.report(
                            id,
                            new ReportPrompt(
                                    code(PromptKind.values(), sent.value("kind")),
                                    since,
                                    sent.value("detail")),
                            current.get());
                    return "/level-1-reviews/%s?alert=levelone.alert.reported".formatted(id);
                },
                form -> report(id, form));
    }

    @POST
    @Path("{id}/prompts/{prompt}/dismissal")
    @Requires(Operation.REVIEW_LEVEL_1)
    public Response dismiss(UUID id, UUID prompt) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var field = "reason-" + prompt;
                    try {
                        service.dismiss(id, prompt, sent.value(field), current.get());
                    } catch (Invalid invalid) { // each prompt of the page has a field of its own
                        invalid.problems()
                                .forEach(
                                        one ->
                                                sent.reject(
                                                        field,
                                                        one.message(),
                                                        one.arguments().toArray()));
                        sent.check();
                    }
                    return "/level-1-reviews/%s?alert=levelone.alert.dismissed".formatted(id);
                },
                form -> stay(id, form));
    }

    @POST
    @Path("{id}/prompts/{prompt}/referral")
    @Requires(Operation.REVIEW_LEVEL_1)
    public Response follow(UUID id, UUID prompt) {
        return forms.submit(
                () -> refer(Objects.requireNonNull(service.follow(id, prompt, current.get()))),
                form -> stay(id, form));
    }
}
