package mappa.agency;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.rule.NotFound;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// The working days of an area: bank holidays, and what the area adds or takes away (S-114).
@Path("/working-days")
@Produces(MediaType.TEXT_HTML)
class WorkingDayPages {

    private static final List<Choice> CHOICES =
            List.of(
                    Choice.of("NO", "agency.working-days.not-working"),
                    Choice.of("YES", "agency.working-days.working"));

    private final AreaService service;
    private final Areas areas;
    private final CurrentActor current;
    private final Forms forms;

    WorkingDayPages(AreaService service, Areas areas, CurrentActor current, Forms forms) {
        this.service = service;
        this.areas = areas;
        this.current = current;
        this.forms = forms;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance workingDays(
                ShownArea shown, CalendarView calendar, List<Choice> choices, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.READ_SETTINGS)
    public TemplateInstance workingDays(@QueryParam("area") @Nullable String area) {
        return ShownArea.find(area, areas, current.get())
                .map(shown -> page(shown, forms.show(Form.empty())))
                .orElseGet(
                        () ->
                                SettingPages.Templates.areas(
                                        "S-114",
                                        "agency.working-days.title",
                                        "/working-days",
                                        areas.names()));
    }

    @POST
    @Requires(Operation.CHANGE_SETTINGS)
    public Response override() {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var day = sent.date("day");
                    var working = sent.required("working", "agency.problem.working-missing");
                    var reason = sent.required("reason", "agency.problem.reason-missing");
                    sent.check();
                    service.overrideWorkingDay(
                            new OverrideWorkingDay(day, working.equals("YES"), reason),
                            current.get());
                    return "/working-days?alert=" + "agency.alert.day-overridden";
                },
                form -> page(own(), form));
    }

    private ShownArea own() {
        return ShownArea.find(null, areas, current.get())
                .orElseThrow(() -> new NotFound(Areas.class));
    }

    private TemplateInstance page(ShownArea shown, Form form) {
        return Templates.workingDays(
                shown, service.calendar(shown.area(), current.get()), CHOICES, form);
    }
}
