package mappa.observation;

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
import mappa.identity.Role;
import mappa.web.Badge;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Said;

/// One observation: what a lay adviser may know of a meeting, and what they tell the board (S-85).
@Path("/observations")
@Produces(MediaType.TEXT_HTML)
class ObservationPages {

    private final ObservationService service;
    private final CurrentActor current;
    private final Forms forms;

    ObservationPages(ObservationService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    /// @param own whether the reader is the lay adviser
    record ObservationPage(
            ObservationView observation,
            Badge state,
            boolean own,
            boolean acknowledges,
            boolean writes) {
        public String path() {
            return "/observations/" + observation.id();
        }

        public String acknowledgePath() {
            return path() + "/acknowledgement";
        }

        public String notesPath() {
            return path() + "/notes";
        }

        public String back() {
            return own ? "/observations" : "/lay-advisers/" + observation.layAdviserId();
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance observation(ObservationPage page, Form form);

        private Templates() {}
    }

    static Badge state(ObservationView of) {
        var colour =
                switch (of.state()) {
                    case ANNOUNCED, HELD -> "yellow";
                    case ACKNOWLEDGED -> "blue";
                    case OBSERVED -> "green";
                    case ENDED -> "grey";
                };
        return new Badge(Said.code("observation.state", of.state()), colour);
    }

    @GET
    @Requires(Operation.LIST_OBSERVATIONS)
    public TemplateInstance own() {
        var actor = current.get();
        return LayAdviserPages.page(service.log(actor.personId(), actor), true);
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_OBSERVATION)
    public TemplateInstance observation(UUID id) {
        return observation(id, forms.show(Form.empty()));
    }

    private TemplateInstance observation(UUID id, Form form) {
        var actor = current.get();
        var observation = service.observation(id, actor);
        var own = actor.has(Role.LAY_ADVISER);
        var open = own && observation.state() != ObservationState.ENDED;
        var acknowledged = observation.acknowledgedAt() != null;
        var held =
                observation.state() == ObservationState.HELD
                        || observation.state() == ObservationState.OBSERVED;
        return Templates.observation(
                new ObservationPage(
                        observation,
                        state(observation),
                        own,
                        open && !acknowledged,
                        open && acknowledged && held),
                form);
    }

    @POST
    @Path("{id}/acknowledgement")
    @Requires(Operation.OBSERVE)
    public Response acknowledge(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    if (!sent.chosen("noPapers", "YES")) {
                        sent.reject("noPapers", "observation.problem.no-papers");
                    }
                    sent.check();
                    service.acknowledge(id, current.get());
                    return "/observations/%s?alert=observation.alert.acknowledged".formatted(id);
                },
                form -> observation(id, form));
    }

    @POST
    @Path("{id}/notes")
    @Requires(Operation.OBSERVE)
    public Response write(UUID id) {
        return forms.submit(
                () -> {
                    service.write(id, forms.sent().value("notes"), current.get());
                    return "/observations/%s?alert=observation.alert.written".formatted(id);
                },
                form -> observation(id, form));
    }
}
