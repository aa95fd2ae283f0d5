package mappa.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import mappa.calendar.FeedService.FeedView;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.rule.NotFound;
import mappa.web.Form;
import mappa.web.Forms;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// A person's address for calendar programs (S-42), and what programs read there.
@Path("/calendar")
class FeedPages {

    private static final Actor SYSTEM = Actor.system("calendar.feed");

    private final FeedService service;
    private final Actors actors;
    private final CurrentActor current;
    private final Forms forms;
    private final URI baseUrl;
    private final Clock clock;

    FeedPages(
            FeedService service,
            Actors actors,
            CurrentActor current,
            Forms forms,
            @ConfigProperty(name = "mappa.base-url") URI baseUrl,
            Clock clock) {
        this.service = service;
        this.actors = actors;
        this.current = current;
        this.forms = forms;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        /// @param address shown once, where it has just been made; null otherwise
        static native TemplateInstance feed(
                @Nullable FeedView feed, @Nullable String address, Form form);

        private Templates() {}
    }

    @GET
    @Path("feed")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Operation.LIST_MEETINGS)
    public TemplateInstance feed() {
        return Templates.feed(service.find(current.get()).orElse(null), null, Form.empty());
    }

    /// Answers with the page itself: after a redirect the secret would have to be kept somewhere.
    @POST
    @Path("feed")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Operation.LIST_MEETINGS)
    public TemplateInstance make() {
        var secret = service.make(current.get());
        return Templates.feed(
                service.find(current.get()).orElse(null),
                baseUrl.resolve("/calendar/feeds/" + secret + ".ics").toString(),
                Form.empty());
    }

    @POST
    @Path("feed/withdrawal")
    @Produces(MediaType.TEXT_HTML)
    @Requires(Operation.LIST_MEETINGS)
    public Response withdraw() {
        return forms.submit(
                () -> {
                    service.withdraw(current.get());
                    return "/calendar/feed?alert=calendar.alert.feed-withdrawn";
                },
                form -> Templates.feed(service.find(current.get()).orElse(null), null, form));
    }

    /// For programs, which cannot sign in: the address itself is the key.
    @GET
    @Path("feeds/{secret}")
    @Produces("text/calendar;charset=utf-8")
    @Requires(Operation.ANYONE)
    public Response read(String secret) {
        var reader = reader(secret.replaceFirst("\\.ics$", ""));
        var fetched = current.as(reader, () -> service.fetch(reader));
        if (fetched.comeBackAt() != null) {
            var seconds = Duration.between(clock.instant(), fetched.comeBackAt()).toSeconds() + 1;
            return Response.status(429).header("Retry-After", seconds).build();
        }
        return Response.ok(fetched.text())
                .header("Content-Disposition", "inline; filename=\"case-meetings.ics\"")
                .build();
    }

    /// The address's person, in the appointment for which it was made: with that it ends.
    private Actor reader(String secret) {
        var reader = current.as(SYSTEM, () -> service.reader(secret, SYSTEM));
        return actors.find(reader.person(), reader.appointment())
                .filter(
                        actor ->
                                actor.acting() != null
                                        && actor.acting().id().equals(reader.appointment()))
                .orElseThrow(() -> new NotFound(FeedView.class));
    }
}
