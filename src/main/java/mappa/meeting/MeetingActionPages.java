package mappa.meeting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.rule.NotFound;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Option;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// Actions while a meeting is held: what it agrees, and what became of earlier ones (S-51, sections
/// 3 and 13).
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
class MeetingActionPages {

    private final ActionService service;
    private final MeetingService meetings;
    private final CurrentActor current;
    private final Forms forms;

    MeetingActionPages(
            ActionService service, MeetingService meetings, CurrentActor current, Forms forms) {
        this.service = service;
        this.meetings = meetings;
        this.current = current;
        this.forms = forms;
    }

    /// @param action null for a new one
    /// @param from section to which its writer goes back
    record AgreePage(
            MeetingView meeting,
            @Nullable ActionView action,
            List<Option> owners,
            List<Choice> links,
            RecordSection from,
            String back,
            String path) {}

    record AnswerPage(
            MeetingView meeting,
            ActionView action,
            List<Choice> outcomes,
            String back,
            String path) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance agree(AgreePage page, Form form);

        static native TemplateInstance answer(AnswerPage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}/actions/new")
    @Requires(Operation.RUN_MEETING)
    public TemplateInstance add(UUID id, @QueryParam("from") @Nullable String from) {
        return agree(id, null, forms.show(Form.empty().with("from", from)));
    }

    @GET
    @Path("{id}/actions/{action}")
    @Requires(Operation.RUN_MEETING)
    public TemplateInstance change(UUID id, UUID action) {
        var found = agreed(id, action);
        return agree(
                id,
                found,
                forms.show(
                        Form.empty()
                                .with("what", found.what())
                                .with("owner", owner(found.agencyId(), found.ownerId()))
                                .with("dueOn", found.dueOn())
                                .with("serves", found.serves())
                                .with("power", found.power())));
    }

    private ActionView agreed(UUID id, UUID action) {
        return find(service.agreed(id, current.get()), action);
    }

    private static ActionView find(List<ActionView> among, UUID action) {
        return among.stream()
                .filter(one -> one.id().equals(action))
                .findFirst()
                .orElseThrow(() -> new NotFound(ActionView.class));
    }

    private TemplateInstance agree(UUID id, @Nullable ActionView action, Form form) {
        var meeting = meetings.meeting(id, current.get());
        var from = RecordSection.ofPath(form.value("from")).orElse(RecordSection.ACTIONS);
        var owners = new ArrayList<Option>();
        owners.add(new Option("", Said.of("meeting.action.owner-open")));
        for (var one : service.owners(id, current.get())) {
            owners.add(
                    new Option(
                            owner(one.agency(), one.person()),
                            one.name() == null
                                    ? Said.of("meeting.action.spoc", one.agencyName())
                                    : Said.of(
                                            "meeting.action.person",
                                            one.agencyName(),
                                            one.name())));
        }
        var links =
                Stream.concat(
                                Stream.of(Choice.of("", "meeting.action.link-open")),
                                Choice.of("meeting.action-link", ActionLink.values()).stream())
                        .toList();
        return Templates.agree(
                new AgreePage(
                        meeting,
                        action,
                        owners,
                        links,
                        from,
                        section(id, from),
                        action == null
                                ? "/meetings/%s/actions/new".formatted(id)
                                : "/meetings/%s/actions/%s".formatted(id, action.id())),
                form);
    }

    private static String section(UUID id, RecordSection section) {
        return "/meetings/%s/record/%s".formatted(id, section.path());
    }

    private static String owner(@Nullable UUID agency, @Nullable UUID person) {
        return agency == null ? "" : agency + (person == null ? "" : "/" + person);
    }

    @POST
    @Path("{id}/actions/new")
    @Requires(Operation.RUN_MEETING)
    public Response agree(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    service.agree(id, command(form), current.get());
                    var from =
                            RecordSection.ofPath(form.value("from")).orElse(RecordSection.ACTIONS);
                    return section(id, from) + "?alert=meeting.alert.action-agreed";
                },
                form -> agree(id, null, form));
    }

    @POST
    @Path("{id}/actions/{action}")
    @Requires(Operation.RUN_MEETING)
    public Response agreeAgain(UUID id, UUID action) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    if (form.value("action").equals("take-off")) {
                        service.takeOff(id, action, current.get());
                        return section(id, RecordSection.ACTIONS)
                                + "?alert=meeting.alert.action-taken-off";
                    }
                    service.change(id, action, command(form), current.get());
                    return section(id, RecordSection.ACTIONS)
                            + "?alert=meeting.alert.action-agreed";
                },
                form -> agree(id, agreed(id, action), form));
    }

    private static AgreeAction command(Form form) {
        var what = form.required("what", "meeting.action-without-words");
        var dueOn = form.date("dueOn");
        var owner = form.value("owner").split("/", 2);
        var chosen =
                Form.empty()
                        .with("agency", owner[0])
                        .with("person", owner.length < 2 ? "" : owner[1]);
        var serves =
                form.text("serves") == null
                        ? null
                        : form.choice("serves", ActionLink.class, "meeting.no-such-choice");
        form.check();
        return new AgreeAction(
                what, chosen.id("agency"), chosen.id("person"), dueOn, serves, form.text("power"));
    }

    @GET
    @Path("{id}/previous-actions/{action}")
    @Requires(Operation.RUN_MEETING)
    public TemplateInstance previous(UUID id, UUID action) {
        var found = find(service.before(id, current.get()), action);
        var fields = Form.empty().with("outcome", found.outcome()).with("words", found.words());
        if (found.outcome() == ActionOutcome.NEW_DATE) {
            fields.with("dueOn", found.dueOn());
        }
        return answer(id, found, forms.show(fields));
    }

    private TemplateInstance answer(UUID id, ActionView action, Form form) {
        return Templates.answer(
                new AnswerPage(
                        meetings.meeting(id, current.get()),
                        action,
                        Choice.of("meeting.action-outcome", ActionOutcome.values()),
                        section(id, RecordSection.PREVIOUS_ACTIONS),
                        "/meetings/%s/previous-actions/%s".formatted(id, action.id())),
                form);
    }

    @POST
    @Path("{id}/previous-actions/{action}")
    @Requires(Operation.RUN_MEETING)
    public Response answer(UUID id, UUID action) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var outcome =
                            form.choice("outcome", ActionOutcome.class, "meeting.problem.outcome");
                    var words = form.required("words", "meeting.action-answer-without-words");
                    var dueOn = form.date("dueOn");
                    form.check();
                    service.answer(
                            id,
                            action,
                            new AnswerAction(
                                    outcome,
                                    words,
                                    outcome == ActionOutcome.NEW_DATE ? dueOn : null),
                            current.get());
                    return section(id, RecordSection.PREVIOUS_ACTIONS)
                            + "?alert=meeting.alert.action-answered";
                },
                form -> answer(id, find(service.before(id, current.get()), action), form));
    }
}
