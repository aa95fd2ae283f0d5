package mappa.meeting;

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
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;

/// What the unit does about one agency that was asked: reminds it, sends the invitation again, or
/// writes down what it has said by telephone (S-44).
@Path("/invited-agencies")
@Produces(MediaType.TEXT_HTML)
class InvitedAgencyPages {

    private final InvitationService service;
    private final MeetingService meetings;
    private final CurrentActor current;
    private final Forms forms;

    InvitedAgencyPages(
            InvitationService service, MeetingService meetings, CurrentActor current, Forms forms) {
        this.service = service;
        this.meetings = meetings;
        this.current = current;
        this.forms = forms;
    }

    /// @param open whether the meeting is still to be held
    /// @param waiting whether the agency has yet to answer or to say what it knows
    record AgencyPage(
            InvitationView invitation,
            String reference,
            String when,
            boolean open,
            boolean waiting,
            List<Choice> answers,
            String path) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance agency(AgencyPage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}")
    @Requires(Operation.ARRANGE_MEETING)
    public TemplateInstance agency(UUID id) {
        return agency(id, forms.show(Form.empty()));
    }

    private TemplateInstance agency(UUID id, Form form) {
        var invitation = service.invitation(id, current.get());
        var meeting = meetings.meeting(invitation.meetingId(), current.get());
        return Templates.agency(
                new AgencyPage(
                        invitation,
                        meeting.reference(),
                        MeetingPages.when(meeting),
                        meeting.state() == MeetingState.INVITED,
                        !invitation.answered() || !invitation.returned(),
                        Choice.of("meeting.answer", InvitationAnswer.values()),
                        path(id)),
                form);
    }

    private static String path(UUID id) {
        return "/invited-agencies/" + id;
    }

    @POST
    @Path("{id}/answer")
    @Requires(Operation.ARRANGE_MEETING)
    public Response answer(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var answer =
                            form.choice("answer", InvitationAnswer.class, "meeting.problem.answer");
                    var checkedOn = form.date("checkedOn");
                    var toldBy = form.required("toldBy", "meeting.told-by-missing");
                    form.check();
                    service.answerFor(
                            id,
                            new AnswerInvitation(
                                    answer,
                                    form.text("deputyName"),
                                    form.text("grade"),
                                    form.text("systemsChecked"),
                                    checkedOn),
                            toldBy,
                            current.get());
                    return path(id) + "?alert=meeting.alert.answer-recorded";
                },
                form -> agency(id, form));
    }

    @POST
    @Path("{id}/reminder")
    @Requires(Operation.ARRANGE_MEETING)
    public Response remind(UUID id) {
        return forms.submit(
                () -> {
                    service.remind(id, current.get());
                    return path(id) + "?alert=meeting.alert.reminded";
                },
                form -> agency(id, form));
    }

    @POST
    @Path("{id}/sending")
    @Requires(Operation.ARRANGE_MEETING)
    public Response sendAgain(UUID id) {
        return forms.submit(
                () -> {
                    service.sendAgain(id, current.get());
                    return path(id) + "?alert=meeting.alert.sent-again";
                },
                form -> agency(id, form));
    }
}
