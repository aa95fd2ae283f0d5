package mappa.observation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Badge;
import mappa.web.Said;

/// Lay advisers and what they observed, by quarter (S-85).
@Path("/lay-advisers")
@Produces(MediaType.TEXT_HTML)
class LayAdviserPages {

    private final ObservationService service;
    private final CurrentActor current;

    LayAdviserPages(ObservationService service, CurrentActor current) {
        this.service = service;
        this.current = current;
    }

    record QuarterRow(String months, int observed, Badge met) {}

    record Row(String path, String when, String where, int level, Badge state) {}

    record LogPage(LayAdviserLog log, List<QuarterRow> quarters, List<Row> rows, boolean own) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance layAdvisers(List<ObservationService.LayAdviser> advisers);

        static native TemplateInstance log(LogPage page);

        private Templates() {}
    }

    @GET
    @Requires(Operation.READ_LAY_ADVISERS)
    public TemplateInstance layAdvisers() {
        return Templates.layAdvisers(service.layAdvisers(current.get()));
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_LAY_ADVISERS)
    public TemplateInstance log(UUID id) {
        return page(service.log(id, current.get()), false);
    }

    static TemplateInstance page(LayAdviserLog of, boolean own) {
        return Templates.log(
                new LogPage(
                        of,
                        of.quarters().stream().map(LayAdviserPages::quarter).toList(),
                        of.observations().stream().map(LayAdviserPages::row).toList(),
                        own));
    }

    private static QuarterRow quarter(LayAdviserLog.Quarter of) {
        Badge met;
        if (of.met()) {
            met = new Badge(Said.of("observation.met"), "green");
        } else if (of.over()) {
            met = new Badge(Said.of("observation.missed"), "red");
        } else {
            met = new Badge(Said.of("observation.to-come"), "yellow");
        }
        return new QuarterRow(
                Said.of("observation.months", Said.month(of.from()), Said.month(of.to())),
                of.observed(),
                met);
    }

    private static Row row(ObservationView of) {
        return new Row(
                "/observations/" + of.id(),
                Said.moment(of.startsAt()),
                where(of),
                of.level(),
                ObservationPages.state(of));
    }

    private static String where(ObservationView of) {
        var mode = Said.code("meeting.mode", of.mode());
        return of.place() == null ? mode : mode + ", " + of.place();
    }
}
