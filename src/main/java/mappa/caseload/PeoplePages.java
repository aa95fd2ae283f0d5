package mappa.caseload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.Session;
import mappa.identity.SessionOfRequest;
import mappa.identity.Sessions;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// Finding a person (S-20).
@Path("/people")
@Produces(MediaType.TEXT_HTML)
class PeoplePages {

    private final PersonSearchService searches;
    private final CurrentActor current;
    private final Sessions sessions;
    private final Forms forms;
    private final RoutingContext routing;

    PeoplePages(
            PersonSearchService searches,
            CurrentActor current,
            Sessions sessions,
            Forms forms,
            RoutingContext routing) {
        this.searches = searches;
        this.current = current;
        this.sessions = sessions;
        this.forms = forms;
        this.routing = routing;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance find(
                Form form, List<Choice> reasons, List<Choice> identifierKinds);

        static native TemplateInstance found(SearchView search);

        private Templates() {}
    }

    /// @param change a search of the reader's own, whose fields are to be changed
    @GET
    @Requires(Operation.FIND_PERSON)
    public TemplateInstance find(@QueryParam("change") @Nullable UUID change) {
        return find(forms.show(change == null ? blank() : filled(change)));
    }

    private Form blank() {
        return Form.empty()
                .with(
                        "reason",
                        SessionOfRequest.find(routing).map(Session::searchReason).orElse(null));
    }

    private Form filled(UUID change) {
        var searched = searches.result(change, current.get()).searched();
        return Form.empty()
                .with("reason", searched.reason())
                .with("surname", searched.surname())
                .with("forenames", searched.forenames())
                .with("born", searched.born())
                .with("bornAbout", searched.bornAbout())
                .with("identifierKind", searched.identifierKind())
                .with("identifier", searched.identifier())
                .with("reference", searched.reference());
    }

    private TemplateInstance find(Form form) {
        return Templates.find(
                form,
                Choice.of("caseload.search.reason", SearchReason.values()),
                Stream.concat(
                                Stream.of(Choice.of("", "caseload.search.no-identifier")),
                                Choice.of("caseload.identifier", IdentifierKind.values()).stream())
                        .toList());
    }

    @POST
    @Path("searches")
    @Requires(Operation.FIND_PERSON)
    public Response search() {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var reason =
                            sent.choice(
                                    "reason", SearchReason.class, "caseload.search.problem.reason");
                    var command =
                            new SearchPeople(
                                    reason,
                                    sent.text("surname"),
                                    sent.text("forenames"),
                                    sent.date("born"),
                                    sent.number("bornAbout"),
                                    sent.text("identifierKind") == null
                                            ? null
                                            : sent.choice(
                                                    "identifierKind",
                                                    IdentifierKind.class,
                                                    "caseload.search.problem.kind"),
                                    sent.text("identifier"),
                                    sent.text("reference"));
                    sent.check();
                    var id = searches.search(command, current.get());
                    SessionOfRequest.find(routing)
                            .ifPresent(
                                    session ->
                                            sessions.searchReason(
                                                    session, command.reason().name()));
                    return "/people/searches/" + id;
                },
                this::find);
    }

    @GET
    @Path("searches/{id}")
    @Requires(Operation.FIND_PERSON)
    public TemplateInstance found(UUID id) {
        return Templates.found(searches.result(id, current.get()));
    }
}
