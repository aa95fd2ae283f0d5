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
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import mappa.file.FileService;
import mappa.file.FilesView;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;

/// An agency's invitation (S-45) and what it knows (S-46).
@Path("/")
@Produces(MediaType.TEXT_HTML)
class InvitationPages {

    private final InvitationService service;
    private final MeetingService meetings;
    private final FileService files;
    private final CurrentActor current;
    private final Forms forms;

    InvitationPages(
            InvitationService service,
            MeetingService meetings,
            FileService files,
            CurrentActor current,
            Forms forms) {
        this.service = service;
        this.files = files;
        this.meetings = meetings;
        this.current = current;
        this.forms = forms;
    }

    /// @param open whether it can still be answered
    record InvitationPage(
            InvitationView invitation,
            MeetingView meeting,
            String when,
            String what,
            boolean open,
            List<Choice> answers,
            List<MeetingObservers.Observer> observers,
            String path) {}

    /// @param last what the agency sent last; null for the first time
    record ReturnPage(
            InvitationView invitation,
            MeetingView meeting,
            String when,
            List<Choice> kinds,
            List<ReturnQuestion> questions,
            List<ReturnView> sent,
            FilesView files,
            boolean afterwards,
            String path) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance invitation(InvitationPage page, Form form);

        static native TemplateInstance agencyReturn(ReturnPage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("invitations/{id}")
    @Requires(Operation.ANSWER_INVITATION)
    public TemplateInstance invitation(UUID id) {
        var invitation = service.invitation(id, current.get());
        var fields =
                Form.empty()
                        .with("answer", invitation.answer())
                        .with("deputyName", invitation.deputyName())
                        .with("grade", invitation.grade())
                        .with("systemsChecked", invitation.systemsChecked());
        return invitation(invitation, forms.show(fields));
    }

    private TemplateInstance invitation(InvitationView invitation, Form form) {
        var meeting = meetings.meeting(invitation.meetingId(), current.get());
        return Templates.invitation(
                new InvitationPage(
                        invitation,
                        meeting,
                        MeetingPages.when(meeting),
                        MeetingPages.what(meeting),
                        meeting.state() == MeetingState.INVITED,
                        Choice.of("meeting.answer", InvitationAnswer.values()),
                        meetings.observers(meeting.id(), current.get()),
                        "/invitations/" + invitation.id()),
                form);
    }

    @POST
    @Path("invitations/{id}")
    @Requires(Operation.ANSWER_INVITATION)
    public Response answer(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var answer =
                            form.choice("answer", InvitationAnswer.class, "meeting.problem.answer");
                    var checkedOn = form.date("checkedOn");
                    form.check();
                    service.answer(
                            id,
                            new AnswerInvitation(
                                    answer,
                                    form.text("deputyName"),
                                    form.text("grade"),
                                    form.text("systemsChecked"),
                                    checkedOn),
                            current.get());
                    return answer == InvitationAnswer.NOTHING_KNOWN
                                    || answer == InvitationAnswer.CANNOT_SAY
                            ? "/invitations/%s?alert=meeting.alert.answered".formatted(id)
                            : "/agency-returns/%s?alert=meeting.alert.answered".formatted(id);
                },
                form -> invitation(service.invitation(id, current.get()), form));
    }

    @GET
    @Path("agency-returns/{id}")
    @Requires(Operation.READ_MEETING)
    public TemplateInstance agencyReturn(UUID id) {
        var sent = service.returns(id, current.get());
        var fields = Form.empty();
        if (!sent.isEmpty()) {
            fields.with("kind", sent.getLast().kind());
            sent.getLast().answers().forEach(fields::with);
        }
        return agencyReturn(id, sent, forms.show(fields));
    }

    private TemplateInstance agencyReturn(UUID id, List<ReturnView> sent, Form form) {
        var invitation = service.invitation(id, current.get());
        var meeting = meetings.meeting(invitation.meetingId(), current.get());
        return Templates.agencyReturn(
                new ReturnPage(
                        invitation,
                        meeting,
                        MeetingPages.when(meeting),
                        Choice.of("meeting.return-kind", ReturnKind.values()),
                        Arrays.asList(ReturnQuestion.values()),
                        sent.reversed(),
                        files.files(ReturnFiles.NAME, id, current.get()),
                        !meeting.state().isAhead(),
                        "/agency-returns/" + id),
                form);
    }

    @POST
    @Path("agency-returns/{id}")
    @Requires(Operation.ANSWER_INVITATION)
    public Response send(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    if (form.value("action").equals("files")) {
                        var typed = forms.keep("/agency-returns/" + id);
                        return "/files/%s/%s?typed=%s".formatted(ReturnFiles.NAME, id, typed);
                    }
                    var kind = form.choice("kind", ReturnKind.class, "meeting.problem.kind");
                    var checkedOn = form.date("checkedOn");
                    form.check();
                    var answers = new HashMap<String, String>();
                    for (var question : ReturnQuestion.values()) {
                        answers.put(question.key(), form.value(question.key()));
                    }
                    answers.put(
                            ReturnQuestion.CHECKED_ON.key(),
                            checkedOn == null ? "" : checkedOn.toString());
                    service.sendReturn(id, new SendReturn(kind, answers), current.get());
                    return "/agency-returns/%s?alert=meeting.alert.returned".formatted(id);
                },
                form -> agencyReturn(id, service.returns(id, current.get()), form));
    }
}
