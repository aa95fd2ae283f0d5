package mappa.appointment;

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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.agency.AgencyView;
import mappa.agency.Areas;
import mappa.identity.CurrentActor;
import mappa.identity.Grade;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.Role;
import mappa.time.London;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// Users and their roles (S-112): system administrators propose, a second person confirms.
@Path("/users")
@Produces(MediaType.TEXT_HTML)
class UserPages {

    private final AppointmentService service;
    private final Areas areas;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    UserPages(
            AppointmentService service,
            Areas areas,
            CurrentActor current,
            Forms forms,
            Clock clock) {
        this.service = service;
        this.areas = areas;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance users(
                UserFilter filter, List<UserFilter> filters, UserPage page, boolean first);

        static native TemplateInstance user(UserView user, boolean mayPropose, Form form);

        static native TemplateInstance propose(
                UserView user,
                List<Choice> roles,
                Map<String, String> areas,
                List<AgencyView> agencies,
                List<Choice> grades,
                Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.READ_USERS)
    public TemplateInstance users(
            @QueryParam("view") @Nullable String view, @QueryParam("after") @Nullable UUID after) {
        var filters = filters();
        var filter =
                filters.stream()
                        .filter(one -> one.path().equals(view))
                        .findFirst()
                        .orElse(UserFilter.WITH_ROLE);
        return Templates.users(
                filter, filters, service.users(filter, after, current.get()), after == null);
    }

    /// Who has no role belongs to no area: only those who belong to none themselves see them.
    private List<UserFilter> filters() {
        return Stream.of(UserFilter.values())
                .filter(one -> one != UserFilter.WITHOUT_ROLE || mayPropose())
                .toList();
    }

    private boolean mayPropose() {
        return current.get().has(Role.SYSTEM_ADMIN);
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_USERS)
    public TemplateInstance user(UUID id) {
        return user(id, forms.show(Form.empty()));
    }

    private TemplateInstance user(UUID id, Form form) {
        return Templates.user(service.user(id, current.get()), mayPropose(), form);
    }

    @GET
    @Path("{id}/appointments/new")
    @Requires(Operation.PROPOSE_APPOINTMENT)
    public TemplateInstance proposing(UUID id) {
        return proposing(id, forms.show(Form.empty().with("from", London.today(clock))));
    }

    private TemplateInstance proposing(UUID id, Form form) {
        return Templates.propose(
                service.user(id, current.get()),
                Stream.concat(
                                Stream.of(Choice.of("", "appointment.role.select")),
                                Choice.of("web.role", Role.values()).stream())
                        .toList(),
                areas.names(),
                service.agencies(current.get()),
                Choice.of("appointment.grade", Grade.values()),
                form);
    }

    @POST
    @Path("{id}/appointments/new")
    @Requires(Operation.PROPOSE_APPOINTMENT)
    public Response propose(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var role = sent.choice("role", Role.class, "appointment.problem.role-missing");
                    var grade =
                            sent.text("grade") == null
                                    ? null
                                    : sent.choice(
                                            "grade",
                                            Grade.class,
                                            "appointment.problem.grade-missing");
                    var from = sent.date("from");
                    var until = sent.date("until");
                    sent.check();
                    var state =
                            service.propose(
                                    new ProposeAppointment(
                                            id,
                                            role == null ? Role.REFERRER : role,
                                            sent.text("area"),
                                            sent.id("agency"),
                                            grade,
                                            from,
                                            until),
                                    current.get());
                    return "/users/"
                            + id
                            + "?alert="
                            + (state == ProposalState.ALONE
                                    ? "appointment.alert.alone"
                                    : "appointment.alert.proposed");
                },
                form -> proposing(id, form));
    }

    @POST
    @Path("{id}/proposals/{proposal}/confirm")
    @Requires(Operation.CONFIRM_APPOINTMENT)
    public Response confirm(UUID id, UUID proposal) {
        return forms.submit(
                () -> {
                    service.confirm(id, proposal, current.get());
                    return "/users/" + id + "?alert=appointment.alert.confirmed";
                },
                form -> user(id, form));
    }

    @POST
    @Path("{id}/proposals/{proposal}/refuse")
    @Requires(Operation.CONFIRM_APPOINTMENT)
    public Response refuse(UUID id, UUID proposal) {
        return forms.submit(
                () -> {
                    service.refuse(id, proposal, current.get());
                    return "/users/" + id + "?alert=appointment.alert.refused";
                },
                form -> user(id, form));
    }

    @POST
    @Path("{id}/appointments/{appointment}/end")
    @Requires(Operation.END_APPOINTMENT)
    public Response end(UUID id, UUID appointment) {
        return forms.submit(
                () -> {
                    service.end(id, appointment, current.get());
                    return "/users/" + id + "?alert=appointment.alert.ended";
                },
                form -> user(id, form));
    }
}
