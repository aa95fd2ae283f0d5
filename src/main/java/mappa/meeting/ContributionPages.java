package mappa.meeting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Option;
import org.jspecify.annotations.Nullable;

/// The individual's part (S-48): told, invited to write, what they wrote, fed back.
@Path("/cases")
@Produces(MediaType.TEXT_HTML)
class ContributionPages {

    private final InvolvementService service;
    private final CurrentActor current;
    private final Forms forms;

    ContributionPages(InvolvementService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    /// Whether something was done, or decided against.
    enum How {
        DONE,
        WITHHELD
    }

    /// One thing for one of those whose part it is; nothing done is a gap.
    record Line(InvolvementKind kind, InvolvedPerson who, List<InvolvementView> done) {}

    /// @param recorded path of what its record says
    record OfMeeting(MeetingView meeting, String when, String recorded, List<Line> lines) {}

    /// @param back the case; null for who only chairs
    record ContributionsPage(
            String reference,
            boolean ageUnknown,
            @Nullable String back,
            List<OfMeeting> meetings,
            List<Option> choosable,
            List<Choice> kinds,
            List<Choice> people,
            List<Choice> ways,
            String path) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance contributions(ContributionsPage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}/contributions")
    @Requires(Operation.READ_CONTRIBUTIONS)
    public TemplateInstance contributions(UUID id) {
        return contributions(id, forms.show(Form.empty()));
    }

    private TemplateInstance contributions(UUID id, Form form) {
        var view = service.contributions(id, current.get());
        var child = Boolean.TRUE.equals(view.child());
        var people =
                child ? InvolvedPerson.values() : new InvolvedPerson[] {InvolvedPerson.INDIVIDUAL};
        if (people.length == 1) {
            form.with("who", people[0]);
        }
        var path = "/cases/%s/contributions".formatted(id);
        return Templates.contributions(
                new ContributionsPage(
                        view.reference(),
                        view.child() == null,
                        Operation.READ_CASE.allows(current.get().role()) ? "/cases/" + id : null,
                        view.meetings().stream().map(one -> of(one, view, people)).toList(),
                        view.meetings().stream()
                                .map(one -> new Option(one.id().toString(), MeetingPages.when(one)))
                                .toList(),
                        Choice.of("meeting.contribution.kind", InvolvementKind.values()),
                        Choice.of("meeting.contribution.who", people),
                        Choice.of("meeting.contribution.how", How.values()),
                        path),
                form);
    }

    private static OfMeeting of(
            MeetingView meeting, ContributionsView view, InvolvedPerson... people) {
        return new OfMeeting(
                meeting,
                MeetingPages.when(meeting),
                "/meetings/%s/record/%s".formatted(meeting.id(), RecordSection.INDIVIDUAL.path()),
                Arrays.stream(people)
                        .flatMap(
                                who ->
                                        Stream.of(InvolvementKind.values())
                                                .map(kind -> line(meeting, view, kind, who)))
                        .toList());
    }

    private static Line line(
            MeetingView meeting, ContributionsView view, InvolvementKind kind, InvolvedPerson who) {
        return new Line(
                kind,
                who,
                view.done().stream()
                        .filter(one -> one.meetingId().equals(meeting.id()))
                        .filter(one -> one.kind() == kind && one.who() == who)
                        .toList());
    }

    @POST
    @Path("{id}/contributions")
    @Requires(Operation.CHANGE_CONTRIBUTIONS)
    public Response record(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var meeting = form.id("meeting");
                    if (meeting == null) {
                        form.reject("meeting", "meeting.contribution.problem.meeting");
                    }
                    var kind =
                            form.choice(
                                    "kind",
                                    InvolvementKind.class,
                                    "meeting.contribution.problem.kind");
                    var who =
                            form.choice(
                                    "who",
                                    InvolvedPerson.class,
                                    "meeting.contribution.problem.who");
                    var how = form.choice("how", How.class, "meeting.contribution.problem.how");
                    var doneOn = form.date("doneOn");
                    if (doneOn == null && form.problem("doneOn") == null) {
                        form.reject("doneOn", "meeting.contribution.problem.day");
                    }
                    form.check();
                    service.record(
                            id,
                            new RecordInvolvement(
                                    meeting,
                                    kind,
                                    who,
                                    how == How.WITHHELD,
                                    doneOn,
                                    Objects.requireNonNullElse(form.text("text"), "")),
                            current.get());
                    return "/cases/%s/contributions?alert=meeting.alert.contribution".formatted(id);
                },
                form -> contributions(id, form));
    }
}
