package mappa.meeting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Form;
import mappa.web.Forms;

/// How an agency took part in meetings, and what came of its absences (S-80).
@Path("/agencies")
@Produces(MediaType.TEXT_HTML)
class AttendancePages {

    private final AbsenceService service;
    private final CurrentActor current;
    private final Forms forms;

    AttendancePages(AbsenceService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    record AttendancePage(AttendanceOfAgency attendance, boolean answers) {
        public String answerPath(UUID escalation) {
            return "/agencies/%s/absences/%s/answer".formatted(attendance.id(), escalation);
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance attendance(AttendancePage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}/attendance")
    @Requires(Operation.READ_AGENCIES)
    public TemplateInstance attendance(UUID id) {
        return attendance(id, forms.show(Form.empty()));
    }

    private TemplateInstance attendance(UUID id, Form form) {
        var role = current.get().role();
        return Templates.attendance(
                new AttendancePage(
                        service.of(id, current.get()),
                        role != null && Operation.ANSWER_ABSENCE.allows(role)),
                form);
    }

    @POST
    @Path("{id}/absences/{escalation}/answer")
    @Requires(Operation.ANSWER_ABSENCE)
    public Response answer(UUID id, UUID escalation) {
        return forms.submit(
                () -> {
                    var answer = forms.sent().value(AttendanceOfAgency.field(escalation));
                    service.answer(id, escalation, answer, current.get());
                    return "/agencies/%s/attendance?alert=meeting.alert.absence-answered"
                            .formatted(id);
                },
                form -> attendance(id, form));
    }
}
