package mappa.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import mappa.identity.Actor;
import mappa.identity.Appointment;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.SessionOfRequest;
import mappa.identity.Sessions;
import mappa.identity.SignOut;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// Getting in and finding one's way: start, home, more, acting as, signed out, session ended.
@Path("/")
@Produces(MediaType.TEXT_HTML)
class StartPages {

    private final CurrentActor current;
    private final Sessions sessions;
    private final SignOut signOut;
    private final HeldForms heldForms;
    private final Forms forms;
    private final RoutingContext routing;
    private final Instance<HomeBlock> blocks;

    StartPages(
            CurrentActor current,
            Sessions sessions,
            SignOut signOut,
            HeldForms heldForms,
            Forms forms,
            RoutingContext routing,
            @Any Instance<HomeBlock> blocks) {
        this.current = current;
        this.sessions = sessions;
        this.signOut = signOut;
        this.heldForms = heldForms;
        this.forms = forms;
        this.routing = routing;
        this.blocks = blocks;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance start(boolean signedIn);

        static native TemplateInstance home(List<HomeBlock.Content> blocks);

        static native TemplateInstance noRole(Actor actor);

        static native TemplateInstance more();

        static native TemplateInstance actingAs(Actor actor, Form form);

        static native TemplateInstance signedOut(boolean everywhere);

        static native TemplateInstance sessionEnded(@Nullable UUID held);

        private Templates() {}
    }

    @GET
    @Requires(Operation.ANYONE)
    public TemplateInstance start() {
        return Templates.start(current.isSet());
    }

    @GET
    @Path("home")
    @Requires(Operation.SIGNED_IN)
    public TemplateInstance home() {
        var actor = current.get();
        if (actor.role() == null) {
            return Templates.noRole(actor);
        }
        return Templates.home(
                blocks.stream()
                        .filter(block -> block.concerns(actor))
                        .sorted(Comparator.comparingInt(HomeBlock::order))
                        .map(block -> block.content(actor))
                        .toList());
    }

    @GET
    @Path("more")
    @Requires(Operation.USE_SERVICE)
    public TemplateInstance more() {
        return Templates.more();
    }

    @GET
    @Path("acting-as")
    @Requires(Operation.USE_SERVICE)
    public TemplateInstance actingAs() {
        var acting = current.get().acting();
        return actingAs(
                forms.show(Form.empty().with("appointment", acting == null ? null : acting.id())));
    }

    private TemplateInstance actingAs(Form form) {
        return Templates.actingAs(current.get(), form);
    }

    @POST
    @Path("acting-as")
    @Requires(Operation.USE_SERVICE)
    public Response actAs() {
        return forms.submit(
                () -> {
                    var id = forms.sent().required("appointment", "web.problem.choose-role");
                    forms.sent().check();
                    var own =
                            current.get().appointments().stream()
                                    .map(Appointment::id)
                                    .filter(appointment -> appointment.toString().equals(id))
                                    .findFirst()
                                    .orElseThrow(() -> new NotFound(Appointment.class));
                    SessionOfRequest.find(routing)
                            .ifPresent(session -> sessions.actAs(session, own));
                    return "/home";
                },
                this::actingAs);
    }

    @GET
    @Path("signed-out")
    @Requires(Operation.ANYONE)
    public TemplateInstance signedOut(@QueryParam("only") @Nullable String only) {
        return Templates.signedOut(only == null);
    }

    @GET
    @Path("session-ended")
    @Requires(Operation.ANYONE)
    public TemplateInstance sessionEnded(@QueryParam("held") @Nullable UUID held) {
        return Templates.sessionEnded(held);
    }

    /// Signs in and leads back to the form with what was typed; it is sent only by its writer.
    @GET
    @Path("held-forms")
    @Requires(Operation.SIGNED_IN)
    public Response giveBack(@QueryParam("held") @Nullable UUID held) {
        if (held == null) {
            throw new NotFound(HeldForms.class);
        }
        var path = heldForms.path(held).orElseThrow(() -> new NotFound(HeldForms.class));
        return Response.seeOther(URI.create(path + "?held=" + held)).build();
    }

    /// Where Keycloak sends the browser back to; the code flow has redirected before this is
    /// reached.
    @GET
    @Path("sign-in/callback")
    @Requires(Operation.SIGNED_IN)
    public Response callback() {
        return Response.seeOther(URI.create("/home")).build();
    }

    @GET
    @Path("sign-out")
    @Requires(Operation.ANYONE)
    public Response signOut() {
        var everywhere = SessionOfRequest.find(routing).map(signOut::end).orElse(true);
        return Response.seeOther(URI.create(everywhere ? "/signed-out" : "/signed-out?only=here"))
                .build();
    }
}
