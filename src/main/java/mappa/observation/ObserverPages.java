package mappa.observation;

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
import mappa.web.Badge;
import mappa.web.Form;
import mappa.web.Forms;

/// The unit announces who watches a meeting (S-44, R-MTG-18).
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
class ObserverPages {

    private final ObservationService service;
    private final CurrentActor current;
    private final Forms forms;

    ObserverPages(ObservationService service, CurrentActor current, Forms forms) {
        this.service = service;
        this.current = current;
        this.forms = forms;
    }

    record Option(String value, String text) {}

    record Shown(ObservationView of, Badge state, String path, boolean withdraws) {}

    record ObserversPage(UUID meeting, List<Shown> announced, List<Option> advisers) {
        public String path() {
            return "/meetings/%s/observers".formatted(meeting);
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance observers(ObserversPage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}/observers")
    @Requires(Operation.ANNOUNCE_OBSERVER)
    public TemplateInstance observers(UUID id) {
        return observers(id, forms.show(Form.empty()));
    }

    private TemplateInstance observers(UUID id, Form form) {
        var actor = current.get();
        return Templates.observers(
                new ObserversPage(
                        id,
                        service.announced(id, actor).stream().map(one -> shown(one, id)).toList(),
                        service.layAdvisers(actor).stream()
                                .map(one -> new Option(one.id().toString(), one.name()))
                                .toList()),
                form);
    }

    private static Shown shown(ObservationView of, UUID meeting) {
        return new Shown(
                of,
                ObservationPages.state(of),
                "/meetings/%s/observers/%s/withdrawal".formatted(meeting, of.id()),
                of.state() == ObservationState.ANNOUNCED
                        || of.state() == ObservationState.ACKNOWLEDGED);
    }

    @POST
    @Path("{id}/observers")
    @Requires(Operation.ANNOUNCE_OBSERVER)
    public Response announce(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var adviser = sent.id("layAdviser");
                    if (adviser == null) {
                        sent.reject("layAdviser", "observation.problem.lay-adviser");
                    }
                    sent.check();
                    service.announce(
                            id,
                            new AnnounceObserver(adviser, sent.value("purpose")),
                            current.get());
                    return "/meetings/%s/observers?alert=observation.alert.announced".formatted(id);
                },
                form -> observers(id, form));
    }

    @POST
    @Path("{id}/observers/{observation}/withdrawal")
    @Requires(Operation.ANNOUNCE_OBSERVER)
    public Response withdraw(UUID id, UUID observation) {
        return forms.submit(
                () -> {
                    service.withdraw(id, observation, current.get());
                    return "/meetings/%s/observers?alert=observation.alert.withdrawn".formatted(id);
                },
                form -> observers(id, form));
    }
}
